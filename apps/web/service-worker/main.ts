/**
 * The service worker: what the app does while no window is open. Each concern
 * adds its listeners in a function of its own; `scripts/build.mjs` bundles
 * this file into `public/service-worker.js`.
 */
import { followPushes } from "./notifications.ts";
import { servePages } from "./pages.ts";

declare const self: ServiceWorkerGlobalScope;

// A new version takes over at once: what an older page still asks for comes from the server.
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

followPushes(self);
servePages(self);
