/**
 * OAuth for MCP clients: the two documents by which a client finds its way, and
 * those of the provider's routes that we stand behind. Which client asks whom,
 * and the page where the person answers: docs/api.md.
 */
import { AppError } from "@todo/contract";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { recordEvent } from "../access/audit.ts";
import type { Auth } from "../access/auth.ts";
import { findClientName } from "../access/connections.ts";
import { countAttempt, type Limit } from "../access/limits.ts";
import {
  authorizationServerMetadata,
  mcpResource,
  protectedResourceMetadata,
  readRegistration,
} from "../access/oauth.ts";
import { refuseForeignOrigin } from "../access/origin.ts";
import type { Database } from "../db/database.ts";
import type { Caller } from "../operations/context.ts";
import { networkOf } from "./address.ts";
import { readJson, readText } from "./body.ts";
import { forwarded } from "./forwarded.ts";

export interface OAuthRoutes {
  auth: Auth;
  database: Database;
  publicUrl: string;
  origins: string[];
  clientsPerHour: number;
  now: () => Date;
  callerOf(c: Context): Caller;
}

export function oauthRoutes(options: OAuthRoutes): Hono {
  const { auth, database, publicUrl, origins, clientsPerHour, now, callerOf } = options;
  const registrations: Limit = { attempts: clientsPerHour, seconds: 3600 };
  const document = (content: object) => () =>
    Response.json(content, {
      headers: { "access-control-allow-origin": "*", "cache-control": "public, max-age=60" },
    });
  const resource = document(protectedResourceMetadata(publicUrl));

  const passForm = async (c: Context) => {
    refuseForeignOrigin(c.req.raw, origins);
    return auth.handler(forwarded(c.req.raw, await readText(c)));
  };

  return new Hono()
    .get("/.well-known/oauth-authorization-server", document(authorizationServerMetadata(publicUrl)))
    .get("/.well-known/oauth-protected-resource", resource)
    .get("/.well-known/oauth-protected-resource/mcp", resource)

    .get("/api/auth/oauth2/authorize", (c) => {
      const url = new URL(c.req.url);
      // There is one resource, so a client that names none means it.
      if (!url.searchParams.has("resource")) url.searchParams.set("resource", mcpResource(publicUrl));
      return auth.handler(forwarded(new Request(url, c.req.raw)));
    })
    .get("/api/auth/oauth2/public-client", (c) => auth.handler(forwarded(c.req.raw)))
    .post("/api/auth/oauth2/token", passForm)
    .post("/api/auth/oauth2/revoke", passForm)

    .post("/api/auth/oauth2/register", async (c) => {
      refuseForeignOrigin(c.req.raw, origins);
      await countAttempt(database, `register:${networkOf(callerOf(c).address)}`, registrations);
      const registration = readRegistration(await readJson(c));
      if ("refused" in registration) return notRegistered(registration.refused);
      const request = forwarded(c.req.raw, JSON.stringify(registration));
      // A client registers itself and nobody's account: no credential that came along may change that.
      for (const name of ["authorization", "cookie"]) request.headers.delete(name);
      return auth.handler(request);
    })

    .post("/api/auth/oauth2/consent", async (c) => {
      refuseForeignOrigin(c.req.raw, origins);
      const body = await readJson(c);
      const request = forwarded(c.req.raw, JSON.stringify(body));
      const session = await auth.api.getSession({ headers: request.headers });
      if (!session) throw new AppError("unauthenticated", "Sign in first.");
      const response = await auth.handler(request);
      const { data: asked } = Consent.safeParse(body);
      if (response.ok && asked?.accept) {
        const query = new URLSearchParams(asked.oauth_query);
        const clientId = query.get("client_id") ?? "";
        await recordEvent(database, session.user.id, {
          event: "client_connected",
          at: now(),
          caller: callerOf(c),
          details: {
            client_id: clientId,
            name: await findClientName(database, clientId),
            scopes: asked.scope ?? query.get("scope") ?? "",
          },
        });
      }
      return response;
    });
}

const Consent = z.object({
  accept: z.boolean(),
  scope: z.string().optional(),
  oauth_query: z.string(),
});

const notRegistered = (why: string) =>
  Response.json({ error: "invalid_client_metadata", error_description: why }, { status: 400 });
