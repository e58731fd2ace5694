/**
 * A request as Better Auth gets it, its body read before within our limits.
 * Node's fetch says `sec-fetch-mode`, which Better Auth takes for a browser
 * that hides its origin, so a program's is left out.
 */
const fetchMetadata = ["sec-fetch-mode", "sec-fetch-site", "sec-fetch-dest"];

export function forwarded(request: Request, body?: string): Request {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const fromBrowser = ["cookie", "origin", "referer"].some((name) => headers.has(name));
  if (!fromBrowser) for (const name of fetchMetadata) headers.delete(name);
  // Better Auth knows no HEAD; whoever asked is sent no body.
  const init = { method: request.method === "HEAD" ? "GET" : request.method, headers };
  return new Request(request.url, body === undefined ? init : { ...init, body });
}
