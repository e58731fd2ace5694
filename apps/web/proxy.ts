/**
 * The front door. What belongs to the API goes on to `API_URL`, read at run
 * time, so that one image serves any environment; every page gets a content
 * security policy with a nonce of its own.
 */
import { type NextRequest, NextResponse } from "next/server";
import { apiUrl } from "./lib/api-url.ts";
import { NONCE, REQUESTED } from "./lib/requested.ts";
import { securityHeaders } from "./lib/security-headers.ts";

/** `/health`, `/ready` and `/api/health` are this server's own; the API has the same on its own port. */
const OF_THE_API = /^\/(api\/(?!health$)|mcp$|mcp\/|docs$|docs\/|openapi\.json$|\.well-known\/)/;

export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (OF_THE_API.test(pathname)) return NextResponse.rewrite(new URL(pathname + search, apiUrl()));

  const nonce = btoa(crypto.randomUUID());
  const security = securityHeaders(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", security["content-security-policy"]);
  headers.set(NONCE, nonce);
  headers.set(REQUESTED, pathname + search);

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"] };
