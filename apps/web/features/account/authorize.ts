/**
 * The request of a connected app (OAuth 2.1), as the address of our pages
 * carries it: signed by the API, which sends people here to sign in and to
 * answer. Pure.
 */
export type Query = Record<string, string | string[] | undefined>;

/** Parameters of an authorization request (RFC 6749, 7636, 8707); what the API added is left behind. */
const OF_THE_REQUEST = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "code_challenge",
  "code_challenge_method",
  "resource",
];

/** Where signing in leads when it was an app that asked for it: the request once more. Nothing for other visits. */
export function authorizeAddress(query: Query): string | undefined {
  if (typeof query.client_id !== "string" || typeof query.sig !== "string") return undefined;
  const request = new URLSearchParams();
  for (const name of OF_THE_REQUEST)
    for (const value of [query[name] ?? []].flat()) request.append(name, value);
  return `/api/auth/oauth2/authorize?${request}`;
}

export function queryOf(query: Query): string {
  const written = new URLSearchParams();
  for (const [name, given] of Object.entries(query))
    for (const value of [given ?? []].flat()) written.append(name, value);
  return written.toString();
}

const knownScopes = ["read", "write", "destroy", "offline_access"] as const;

/** What it asks for, in our order; what we don't know the API has refused already. */
export const scopesIn = (query: Query) => {
  const asked = typeof query.scope === "string" ? query.scope.split(" ") : [];
  return knownScopes.filter((scope) => asked.includes(scope));
};

/** Where the answer goes, in words: the site, or this computer. */
export function destinationOf(query: Query): { host: string; local: boolean } | undefined {
  if (typeof query.redirect_uri !== "string" || !URL.canParse(query.redirect_uri)) return undefined;
  const { hostname, host, protocol } = new URL(query.redirect_uri);
  const local = !/^https?:$/.test(protocol) || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return { host: host || protocol, local };
}
