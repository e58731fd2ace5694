/**
 * A browser that can be notified. The one of these tests has no push service
 * and shows no notifications, so both are stood in for at its edge; service
 * worker, push event and everything behind them are real.
 */
import type { CDPSession, Page, Worker } from "playwright-core";

/** The example of RFC 8291, appendix A. */
const SUBSCRIPTION = {
  endpoint: "https://push.example.com/browser",
  keys: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
};

declare global {
  interface Window {
    /** How often the page has asked for leave to notify. */
    timesAsked: number;
  }
}

/** Before the first page is opened: a push service, and a count of how often leave is asked for. */
export async function preparePush(page: Page, answer: "granted" | "denied" = "granted"): Promise<void> {
  await page.addInitScript(
    ({ subscription, permission }) => {
      const kept = "subscribed";
      const current = () =>
        localStorage.getItem(kept)
          ? {
              endpoint: subscription.endpoint,
              toJSON: () => subscription,
              unsubscribe: async () => {
                localStorage.removeItem(kept);
                return true;
              },
            }
          : null;
      Object.assign(PushManager.prototype, {
        getSubscription: async () => current(),
        subscribe: async () => {
          localStorage.setItem(kept, "yes");
          return current();
        },
      });
      window.timesAsked = 0;
      Notification.requestPermission = async () => {
        window.timesAsked += 1;
        return permission;
      };
    },
    { subscription: SUBSCRIPTION, permission: answer },
  );
}

interface Shown {
  title: string;
  body: string;
  tag: string;
  actions: string[];
}

export interface Notifications {
  /** Through the browser, as from its push service. */
  push(message: Record<string, unknown>): Promise<void>;
  /** Resolves to the one with this tag, once it is shown. */
  shown(tag: string): Promise<Shown>;
  /** Touches the notification, or one of its buttons; resolves when the worker is done with it. */
  touch(tag: string, action?: string): Promise<void>;
}

/** Of the service worker that the page has registered. */
export async function notificationsOf(page: Page): Promise<Notifications> {
  const context = page.context();
  const worker: Worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const session = await context.newCDPSession(page);
  const registrationId = await registrationOf(session);
  await worker.evaluate(() => {
    const scope = globalThis as unknown as {
      registration: { showNotification: unknown; getNotifications: unknown };
      notifications: Map<string, Record<string, unknown>>;
    };
    scope.notifications = new Map();
    Object.assign(scope.registration, {
      showNotification: async (title: string, options: { tag: string }) =>
        void scope.notifications.set(options.tag, { title, ...options }),
      getNotifications: async () => [...scope.notifications.values()],
    });
  });

  return {
    async push(message) {
      await session.send("ServiceWorker.deliverPushMessage", {
        origin: new URL("/", worker.url()).href,
        registrationId,
        data: JSON.stringify(message),
      });
    },
    shown: (tag) =>
      worker.evaluate(async (wanted) => {
        const scope = globalThis as unknown as {
          notifications: Map<string, Omit<Shown, "actions"> & { actions: { action: string }[] }>;
        };
        for (;;) {
          const found = scope.notifications.get(wanted);
          if (found)
            return {
              title: found.title,
              body: found.body,
              tag: found.tag,
              actions: found.actions.map(({ action }) => action),
            };
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }, tag),
    touch: (tag, action = "") =>
      worker.evaluate(
        async ({ wanted, chosen }) => {
          const scope = globalThis as unknown as { notifications: Map<string, Record<string, unknown>> };
          const close = () => void scope.notifications.delete(wanted);
          const work: Promise<unknown>[] = [];
          const event = Object.assign(new Event("notificationclick"), {
            notification: { ...scope.notifications.get(wanted), close },
            action: chosen,
            waitUntil: (doing: Promise<unknown>) => work.push(doing),
          });
          globalThis.dispatchEvent(event);
          await Promise.all(work);
        },
        { wanted: tag, chosen: action },
      ),
  };
}

function registrationOf(session: CDPSession): Promise<string> {
  return new Promise((resolve, reject) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
    session.send("ServiceWorker.enable").catch(reject);
  });
}
