/**
 * Shows what is pushed, and does what is answered. The person's session goes
 * along by its cookie, so an action works while no window is open.
 */
import { createClient } from "@todo/contract/client";
import { type Action, failureOf, notificationOf, SNOOZE_MINUTES, unreadable } from "./notification.ts";
import { isPushMessage, type PushMessage, SETTLED, type WorkerMessage } from "./push-message.ts";

const api = createClient({ baseUrl: "", headers: { "todo-client": "web" }, retries: 3 });

export function followPushes(worker: ServiceWorkerGlobalScope) {
  worker.addEventListener("push", (event) => event.waitUntil(show(worker, contentOf(event))));
  worker.addEventListener("notificationclick", (event) => {
    const { data } = event.notification;
    event.notification.close();
    if (isPushMessage(data)) event.waitUntil(answer(worker, data, event.action));
    else event.waitUntil(open(worker, "/"));
  });
  worker.addEventListener("notificationclose", ({ notification }) => {
    if (isPushMessage(notification.data)) settle(notification.data);
  });
  worker.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(worker)));
}

function contentOf({ data }: PushEvent): unknown {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}

async function show(worker: ServiceWorkerGlobalScope, content: unknown) {
  if (!isPushMessage(content))
    return worker.registration.showNotification(unreadable(worker.navigator.language), { tag: "unreadable" });
  const watched =
    content.kind === "test" ? undefined : (await windowsOf(worker)).find(({ focused }) => focused);
  if (watched) return tell(watched, { type: "notice", message: content });
  const { title, options } = notificationOf(content);
  await worker.registration.showNotification(title, options);
}

async function answer(worker: ServiceWorkerGlobalScope, message: PushMessage, action: string) {
  settle(message);
  if (!message.task || !isAction(action)) return open(worker, message.url);
  const task_id = message.task.id;
  try {
    if (action === "complete") await api.complete_task({ task_id });
    else await api.snooze_reminder({ task_id, minutes: SNOOZE_MINUTES });
  } catch {
    const { title, options } = failureOf(message, action);
    await worker.registration.showNotification(title, options);
  }
}

const isAction = (action: string): action is Action => action === "complete" || action === "snooze";

/** In a window that is there already, or a new one. */
async function open(worker: ServiceWorkerGlobalScope, url: string) {
  const windows = await windowsOf(worker);
  const chosen = windows.find(({ visibilityState }) => visibilityState === "visible") ?? windows[0];
  if (!chosen) return void (await worker.clients.openWindow(url));
  tell(chosen, { type: "open", url });
  // Leave to take the focus lapses soon after the touch; the path is there all the same.
  await chosen.focus().catch(() => undefined);
}

/** Those that somebody is signed in to. */
async function windowsOf(worker: ServiceWorkerGlobalScope) {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.filter(({ url }) => !/^\/(sign-|consent|docs)/.test(new URL(url).pathname));
}

const tell = (client: WindowClient, message: WorkerMessage) => client.postMessage(message);

function settle({ id }: PushMessage) {
  const channel = new BroadcastChannel(SETTLED);
  channel.postMessage(id);
  channel.close();
}

/** The push service wants another address for this browser, which the server must learn. */
async function renew({ registration }: ServiceWorkerGlobalScope) {
  const { push } = await api.list_channels({});
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: push.public_key,
  });
  const { endpoint, keys } = subscription.toJSON();
  if (endpoint && keys?.p256dh && keys.auth)
    await api.add_channel({ kind: "push", endpoint, p256dh: keys.p256dh, auth: keys.auth });
}
