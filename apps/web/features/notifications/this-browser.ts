/**
 * Push messages to this browser. Leave to notify is asked for here alone, and
 * only upon a click: a browser that was asked unprompted is told no, for good.
 */
import { api } from "../../lib/api.ts";

const SCRIPT = "/service-worker.js";

/** Why it couldn't be turned on. */
export type Obstacle = "unsupported" | "denied" | "refused";

const canBeNotified = () =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** The push service's address of this browser, where it is turned on. */
export async function ownEndpoint(): Promise<string | undefined> {
  if (!canBeNotified()) return undefined;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription())?.endpoint;
}

/** Asks, subscribes and tells the server; answers what was in the way. Throws what the API throws. Without a name it keeps its own. */
export async function turnOn(publicKey: string, name?: string): Promise<Obstacle | undefined> {
  if (!canBeNotified()) return "unsupported";
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const subscription = await subscribe(publicKey).catch(() => undefined);
  const { endpoint, keys } = subscription?.toJSON() ?? {};
  if (!endpoint || !keys?.p256dh || !keys.auth) return "refused";
  const { p256dh, auth } = keys;
  await api.add_channel({ kind: "push", endpoint, p256dh, auth, ...(name && { name }) });
  return undefined;
}

/** Forgets the subscription and takes away what is shown; without one, nothing happens. */
export async function turnOff(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  for (const notification of (await registration?.getNotifications()) ?? []) notification.close();
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(SCRIPT);
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await pushManager.subscribe(options);
  } catch (error) {
    // One for another server's key stands in the way of a new one.
    const former = await pushManager.getSubscription();
    if (!former) throw error;
    await former.unsubscribe();
    return pushManager.subscribe(options);
  }
}

/** “Firefox on Linux”: what people would call it. Empty where the browser doesn't say. */
export function nameOf(userAgent: string): string {
  const browser = named(userAgent, {
    Edg: "Edge",
    OPR: "Opera",
    Firefox: "Firefox",
    Chrome: "Chrome",
    Safari: "Safari",
  });
  const system = named(userAgent, {
    Android: "Android",
    iPhone: "iPhone",
    iPad: "iPad",
    "Mac OS": "Mac",
    Windows: "Windows",
    Linux: "Linux",
  });
  return [browser, system].filter(Boolean).join(", ");
}

const named = (userAgent: string, names: Record<string, string>) =>
  Object.entries(names).find(([sign]) => userAgent.includes(sign))?.[1];
