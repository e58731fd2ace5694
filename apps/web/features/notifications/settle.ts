import { settleNotice } from "../../lib/notices.ts";
import { SETTLED } from "../../service-worker/push-message.ts";

/** Dealt with here: the other windows and the notification needn't say it any more. */
export function settleEverywhere(id: string) {
  settleNotice(id);
  const others = new BroadcastChannel(SETTLED);
  others.postMessage(id);
  others.close();
  void closeNotification(id);
}

async function closeNotification(tag: string) {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const notification of (await registration?.getNotifications({ tag })) ?? []) notification.close();
}
