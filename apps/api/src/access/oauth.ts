/**
 * OAuth 2.1 for MCP clients: this server authorizes, and `/mcp` is the one
 * resource. A client registers itself (RFC 7591), sends the person here to say
 * yes, and gets tokens with the audience `/mcp` (RFC 8707), which open nothing else.
 */
import { oauthProvider } from "@better-auth/oauth-provider";
import { effects } from "@todo/contract";
import type { BetterAuthPlugin } from "better-auth";
import { APIError } from "better-auth/api";
import { z } from "zod";
import type { Reader } from "../db/database.ts";
import { findConnectionOf } from "./connections.ts";

const ACCESS_TOKEN_SECONDS = 900;
const REFRESH_TOKEN_DAYS = 30;
const SCOPES = [...effects, "offline_access"];

/** The audience of access tokens, and the `resource` that clients ask for. */
export const mcpResource = (publicUrl: string) => `${publicUrl}/mcp`;

/** The claim that names the connection; see connections.ts. */
export const CONNECTION_CLAIM = "connection";

export interface OAuthOptions {
  database: Reader;
  publicUrl: string;
}

export function oauthForMcp({ database, publicUrl }: OAuthOptions): BetterAuthPlugin {
  const provider = oauthProvider({
    loginPage: `${publicUrl}/sign-in`,
    consentPage: `${publicUrl}/consent`,
    scopes: SCOPES,
    resources: [{ identifier: mcpResource(publicUrl), name: "Todo", allowedScopes: SCOPES }],
    resourceSeedMode: "overwrite",
    // There is one resource, and whoever registers may ask for it; the person decides.
    enforcePerClientResources: false,
    grantTypes: ["authorization_code", "refresh_token"],
    accessTokenExpiresIn: ACCESS_TOKEN_SECONDS,
    refreshTokenExpiresIn: REFRESH_TOKEN_DAYS * 86_400,
    allowDynamicClientRegistration: true,
    allowUnauthenticatedClientRegistration: true,
    clientRegistrationRequirePKCE: true,
    extensions: [
      {
        claims: {
          async accessToken({ client, user }) {
            const connection = user && (await findConnectionOf(database, client.clientId, user.id));
            if (!connection) {
              throw new APIError("BAD_REQUEST", {
                error: "invalid_grant",
                error_description: "The person disconnected this app.",
              });
            }
            return { [CONNECTION_CLAIM]: connection };
          },
        },
      },
    ],
  });
  return asPlugin(provider);
}

/** The library's type of it doesn't hold under exactOptionalPropertyTypes, though the thing is a plugin. */
const asPlugin = (provider: object) => provider as BetterAuthPlugin;

/** Where a client goes, as RFC 8414 describes it: what is served here and nothing that isn't. */
export const authorizationServerMetadata = (publicUrl: string) => ({
  issuer: publicUrl,
  authorization_endpoint: `${publicUrl}/api/auth/oauth2/authorize`,
  token_endpoint: `${publicUrl}/api/auth/oauth2/token`,
  registration_endpoint: `${publicUrl}/api/auth/oauth2/register`,
  revocation_endpoint: `${publicUrl}/api/auth/oauth2/revoke`,
  jwks_uri: `${publicUrl}/api/auth/jwks`,
  scopes_supported: SCOPES,
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: ["authorization_code", "refresh_token"],
  token_endpoint_auth_methods_supported: AUTH_METHODS,
  revocation_endpoint_auth_methods_supported: AUTH_METHODS,
  code_challenge_methods_supported: ["S256"],
  authorization_response_iss_parameter_supported: true,
});

/** What `/mcp` is and who lets in, as RFC 9728 describes it. */
export const protectedResourceMetadata = (publicUrl: string) => ({
  resource: mcpResource(publicUrl),
  authorization_servers: [publicUrl],
  scopes_supported: effects,
  bearer_methods_supported: ["header"],
  resource_name: "Todo",
  resource_documentation: `${publicUrl}/docs`,
});

export const resourceMetadataUrl = (publicUrl: string) =>
  `${publicUrl}/.well-known/oauth-protected-resource/mcp`;

const AUTH_METHODS = ["none", "client_secret_basic", "client_secret_post"] as const;
const GRANT_TYPES = new Set(["authorization_code", "refresh_token"]);

/** Metadata by which a client would have this server fetch an address of its choosing. */
const FETCHED = [
  "jwks_uri",
  "sector_identifier_uri",
  "backchannel_logout_uri",
  "request_uris",
  "initiate_login_uri",
  "software_statement",
];

const url = z.url({ protocol: /^https?$/ }).max(2_000);

/** What of RFC 7591 is kept; the rest is left out, as the standard allows. */
const Registration = z.object({
  redirect_uris: z.array(z.string().max(2_000)).min(1).max(10),
  client_name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{C}+$/u)
    .optional(),
  client_uri: url.optional(),
  token_endpoint_auth_method: z.enum(AUTH_METHODS).optional(),
  grant_types: z.array(z.string()).max(10).optional(),
  response_types: z.array(z.literal("code")).optional(),
  application_type: z.enum(["web", "native"]).optional(),
  software_id: z.string().max(200).optional(),
  software_version: z.string().max(100).optional(),
});

export type ClientRegistration = z.infer<typeof Registration>;

/**
 * A registration as it is passed on; or what is wrong with it, in the words of RFC 7591.
 * Clients leave out that they are native, which a redirect to this computer tells.
 */
export function readRegistration(body: unknown): ClientRegistration | { refused: string } {
  const fetched = FETCHED.find((name) => typeof body === "object" && body !== null && name in body);
  if (fetched) return { refused: `${fetched} is not supported: this server fetches nothing for a client.` };
  const { data, error } = Registration.safeParse(body);
  if (error) return { refused: z.prettifyError(error) };
  const grants = data.grant_types?.filter((type) => GRANT_TYPES.has(type));
  return {
    ...data,
    application_type: data.application_type ?? (data.redirect_uris.some(isLocal) ? "native" : "web"),
    ...(grants && { grant_types: grants.length > 0 ? grants : ["authorization_code"] }),
  };
}

const isLocal = (uri: string) => !uri.startsWith("https:");
