/**
 * The app without a network. Files of the build are kept when the worker is
 * installed, each build in a cache of its own. Of pages only one is kept, the
 * Inbox as it was last asked for: every other address leads there, and the app
 * goes on to it by itself. With a network pages always come from the server,
 * and nothing below `/api` is ever kept.
 */
import { ASSETS_CACHE, isKeepMessage, type KeepMessage, SHELL_CACHE } from "./shell.ts";

/** Set by `scripts/build.mjs`; no build, nothing kept. */
declare const BUILD: { id: string; files: string[] };

const DAY_MS = 86_400_000;
const KEPT_FOR = "x-kept-for";
const assets = `${ASSETS_CACHE}${BUILD.id}`;
const shell = `${SHELL_CACHE}${BUILD.id}`;
const files = new Set(BUILD.files);

export function servePages(worker: ServiceWorkerGlobalScope) {
  if (files.size === 0) return;
  worker.addEventListener("install", (event) =>
    event.waitUntil(caches.open(assets).then((cache) => cache.addAll(BUILD.files))),
  );
  worker.addEventListener("activate", (event) => event.waitUntil(takeOver(worker)));
  worker.addEventListener("message", (event) => {
    if (isKeepMessage(event.data)) event.waitUntil(keep(event.data));
  });
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== worker.location.origin) return;
    if (files.has(pathname)) event.respondWith(file(request));
    else if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(event));
  });
}

/** Behind the sign-in; all else is for the network alone. */
const isPage = (pathname: string) =>
  pathname === "/" ||
  /^\/(today|upcoming|all|completed|trash|search|settings|lists|labels|filters)(\/|$)/.test(pathname);

/** A page of an older build goes with its files. */
async function takeOver({ registration }: ServiceWorkerGlobalScope) {
  const names = await caches.keys();
  const older = names.filter(
    (name) =>
      (name.startsWith(ASSETS_CACHE) && name !== assets) || (name.startsWith(SHELL_CACHE) && name !== shell),
  );
  await Promise.all(older.map((name) => caches.delete(name)));
  // Else every page would wait until the worker has started.
  await registration.navigationPreload?.enable();
}

const file = async (request: Request) => (await (await caches.open(assets)).match(request)) ?? fetch(request);

async function page({ request, preloadResponse }: FetchEvent): Promise<Response> {
  try {
    const response: Response = (await preloadResponse) ?? (await fetch(request));
    // The proxy in front speaks for a server that is away.
    if (response.status < 502 || response.status > 504) return response;
    return (await kept(request)) ?? response;
  } catch (error) {
    const found = await kept(request);
    if (!found) throw error;
    return found;
  }
}

async function kept({ url }: Request): Promise<Response | undefined> {
  const cache = await caches.open(shell);
  const found = await cache.match("/");
  const { pathname, search, origin } = new URL(url);
  if (!found || (pathname === "/" && !search)) return found;
  return Response.redirect(`${origin}/#${pathname}${search}`);
}

/** While a new version is being rolled out, another build may answer. */
const isOfThisBuild = (html: string) =>
  (html.match(/\/_next\/static\/[^"'\\?\s]+\.(?:js|css)/g) ?? []).every((path) => files.has(path));

async function keep({ person, look }: KeepMessage) {
  const cache = await caches.open(shell);
  const former = await cache.match("/");
  const whose = `${person} ${look}`;
  const age = Date.now() - Date.parse(former?.headers.get("date") ?? "");
  if (former?.headers.get(KEPT_FOR) === whose && age < DAY_MS) return;

  const response = await fetch("/", { headers: { accept: "text/html" }, redirect: "error" });
  const html = await response.text();
  // What the server shows while the API is away, or to somebody else, is not worth keeping.
  if (!response.ok || !html.includes(person) || !isOfThisBuild(html)) return;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(KEPT_FOR, whose);
  if (!headers.has("date")) headers.set("date", new Date().toUTCString());
  await cache.put("/", new Response(html.replace("<html ", "<html data-kept "), { headers }));
}
