/**
 * What a browser may do with an answer of the API: show it nowhere, run nothing
 * in it, guess no type, tell nobody where it came from. `/docs` says for itself what its pages need.
 */
import type { MiddlewareHandler } from "hono";

const always: [string, string][] = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  ["x-frame-options", "DENY"],
];
const POLICY = "content-security-policy";
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const secure = publicUrl.startsWith("https:");
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of always) headers.set(name, value);
    if (!headers.has(POLICY)) headers.set(POLICY, NOTHING);
    if (secure) headers.set("strict-transport-security", "max-age=31536000");
  };
}
