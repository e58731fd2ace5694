/** Has the service worker keep the page, for this person and as it looks now. */
import type { KeepMessage } from "../../service-worker/shell.ts";

const SCRIPT = "/service-worker.js";

export function keepPage(person: string) {
  const worker = navigator.serviceWorker;
  if (process.env.NODE_ENV !== "production" || !worker) return;
  const { lang, dataset } = document.documentElement;
  const message: KeepMessage = { type: "keep", person, look: `${lang} ${JSON.stringify(dataset)}` };
  const ask = () => worker.controller?.postMessage(message);
  // A new build starts without a page.
  worker.addEventListener("controllerchange", ask);
  // Without leave to store anything, the app needs its network.
  worker.register(SCRIPT).then(ask, () => undefined);
}
