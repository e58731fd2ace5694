/** Somebody who is told by every kind of channel, with what stands at the other ends. */
import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { createChannels } from "../channels/channels.ts";
import type { Message } from "../channels/message.ts";
import { createOutbound } from "../channels/outbound.ts";
import { allowList } from "../channels/public-address.ts";
import { createSeal } from "../channels/sealed.ts";
import { startPushService } from "./push-service.ts";
import { type ReceiverOptions, startReceiver } from "./receiver.ts";
import { startMailServer } from "./smtp.ts";
import { createWorld, type Person } from "./world.ts";

const SECRET = "a secret for tests alone, 0123456789";
export const PUBLIC_URL = "https://todo.example.com";
export const NOW = "2026-03-01T08:00:00.000Z";

/** Somebody with a push service and a mail server, and what sends to them. */
export async function someoneWithChannels({
  secret = SECRET,
  mail: hasMail = true,
  timeoutMs = 10_000,
  /** Where it may be sent to by now; the channels were added when it was here. */
  allow = ["127.0.0.1"],
} = {}) {
  const [pushService, mail] = await Promise.all([startPushService(), startMailServer()]);
  const world = await createWorld({
    environment: {
      OUTBOUND_ALLOW: "127.0.0.1",
      ...(hasMail && { SMTP_URL: mail.url, MAIL_FROM: "Todo <todo@example.com>" }),
    },
  });
  const ada = await world.as("ada");
  const channels = createChannels({
    database: world.database,
    seal: createSeal(secret),
    outbound: createOutbound({ allow: allowList(allow), ports: [], timeoutMs }),
    publicUrl: PUBLIC_URL,
    mail: hasMail ? { smtpUrl: mail.url, from: "Todo <todo@example.com>" } : undefined,
    now: () => new Date(NOW),
    report: (error) => {
      throw error;
    },
  });
  onTestFinished(async () => {
    channels.close();
    await Promise.all([pushService.close(), mail.close()]);
  });
  const { push } = await ada.list_channels();
  const browser = async (name?: string) => {
    const made = pushService.browser(push.public_key, name);
    const { id } = await ada.add_channel(made.subscription);
    return { ...made, id };
  };
  const webhook = async (options: ReceiverOptions = {}) => {
    const receiver = await startReceiver(options);
    onTestFinished(receiver.close);
    const channel = await ada.add_channel({ kind: "webhook", url: `${receiver.url}/hook` });
    return { ...receiver, ...channel };
  };
  return {
    world,
    ada,
    channels: {
      ...channels,
      /** As whoever surely holds the message. */
      deliver: async (message: Message) => (await channels.deliver(message, () => true)) ?? [],
    },
    mail,
    browser,
    webhook,
    message: (more?: Partial<Message>) => messageTo(ada, more),
  };
}

export const messageTo = ({ id: person }: Pick<Person, "id">, more: Partial<Message> = {}): Message => ({
  id: randomUUID(),
  space_id: person,
  user_id: person,
  kind: "reminder",
  late: false,
  title: "Water the plants",
  body: "Today at 08:00",
  url: "/tasks/3",
  task: { id: "0197d6a4-0000-7000-8000-000000000003", number: 3 },
  language: "en",
  ...more,
});

export const statuses = (sent: { channel_kind: string; status: string }[]) =>
  sent.map(({ channel_kind, status }) => `${channel_kind} ${status}`).sort();
