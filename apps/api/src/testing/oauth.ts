/**
 * An MCP client that connects by OAuth, step by step and by hand, so that a
 * test can leave a step out or do it wrong.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Person, World } from "./world.ts";

const ORIGIN = "http://localhost:3000";
export const REDIRECT = "http://127.0.0.1:33418/callback";

interface Registered {
  client_id: string;
  client_secret?: string;
}

interface Tokens {
  access_token: string;
  refresh_token?: string;
  scope: string;
}

const sent = async ({ app }: World, path: string, init?: RequestInit) =>
  app.fetch(new Request(new URL(path, ORIGIN), init));

export function register(world: World, metadata: object = {}): Promise<Response> {
  return sent(world, "/api/auth/oauth2/register", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_name: "A test",
      redirect_uris: [REDIRECT],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      ...metadata,
    }),
  });
}

export const registered = async (world: World) => (await (await register(world)).json()) as Registered;

export function pkce() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Opens the authorize address as this person's browser does. A parameter given as undefined is left out. */
export function authorize(
  person: Person,
  client: Registered,
  challenge: string,
  changes: Record<string, string | undefined> = {},
): Promise<Response> {
  const parameters = {
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: REDIRECT,
    scope: "read write destroy offline_access",
    state: "a state",
    code_challenge: challenge,
    code_challenge_method: "S256",
    resource: `${ORIGIN}/mcp`,
    ...changes,
  };
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return person.fetch(`/api/auth/oauth2/authorize?${new URLSearchParams(given)}`, { redirect: "manual" });
}

/** Where an answer leads: by redirect, or told to a page's script. */
export async function leadsTo(response: Response): Promise<URL> {
  const location = response.headers.get("location");
  if (location) return new URL(location, ORIGIN);
  const { url } = (await response.json()) as { url: string };
  return new URL(url, ORIGIN);
}

/** What the consent page sends when the person answers. */
export function consent(person: Person, page: URL, answer: object = { accept: true }): Promise<Response> {
  return person.fetch("/api/auth/oauth2/consent", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...answer, oauth_query: page.search.slice(1) }),
  });
}

export function token(world: World, form: Record<string, string>): Promise<Response> {
  return sent(world, "/api/auth/oauth2/token", { method: "POST", body: new URLSearchParams(form) });
}

/** What a client sends to change a code for tokens. */
export const exchange = (client: Registered, code: string, verifier: string) => ({
  grant_type: "authorization_code",
  client_id: client.client_id,
  code,
  code_verifier: verifier,
  redirect_uri: REDIRECT,
});

export const refresh = (client: Registered, refresh_token = "") => ({
  grant_type: "refresh_token",
  client_id: client.client_id,
  refresh_token,
});

/** From nothing to a code that waits to be exchanged. */
export async function askForCode(world: World, person: Person, scope?: string) {
  const client = await registered(world);
  const { verifier, challenge } = pkce();
  const page = await leadsTo(await authorize(person, client, challenge, scope ? { scope } : {}));
  const back = await leadsTo(await consent(person, page));
  return { client, verifier, code: back.searchParams.get("code") ?? "" };
}

/** From nothing to tokens, all going well. */
export async function connect(world: World, person: Person, scope?: string) {
  const { client, verifier, code } = await askForCode(world, person, scope);
  const tokens = (await (await token(world, exchange(client, code, verifier))).json()) as Tokens;
  return { client, tokens, as: person.with(tokens.access_token) };
}
