/**
 * Sends a message wherever its person wants to be told: to every push device,
 * by e-mail when none of them took it, and to webhooks in any case, since
 * those are programs'. What a channel has taken it doesn't get again.
 */
import { undelivered } from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { Database } from "../db/database.ts";
import { createMail, type Mail, type MailOptions } from "./mail.ts";
import type { Message, Sent } from "./message.ts";
import type { Outbound } from "./outbound.ts";
import { failed, type Outcome, sent, told } from "./outcome.ts";
import { createPush } from "./push.ts";
import {
  type Attempt,
  type ChannelRow,
  findChannelsFor,
  findOrMakeEmail,
  recordDeliveries,
  recordState,
} from "./queries.ts";
import { type Seal, SealedElsewhere } from "./sealed.ts";
import { createVapidKeys } from "./vapid.ts";
import { createWebhooks } from "./webhook.ts";

export interface Channels {
  /**
   * Sends by every channel that should have it and hasn't, and records what came of each in `deliveries`. Gives all of
   * them; nothing where there is none. Never throws for a channel's failure, only for the database's. Should `isHeld`
   * say no before all were tried, whoever holds the message now goes on with the rest: `undefined`.
   */
  deliver(message: Message, isHeld: () => boolean): Promise<Sent[] | undefined>;
  /** Sends by this one, on or off. */
  test(channel: ChannelRow, message: Message): Promise<Sent>;
  /** What browsers subscribe with. */
  publicKey(): Promise<string>;
  /** Whether this server sends e-mail. */
  sendsMail: boolean;
  close(): void;
}

export interface ChannelsOptions {
  database: Database;
  seal: Seal;
  outbound: Outbound;
  publicUrl: string;
  /** Left out: no e-mail is sent. */
  mail: Omit<MailOptions, "publicUrl"> | undefined;
  now: () => Date;
  report(error: unknown): void;
}

/** A channel in order is written only so often that it takes messages. */
const SEEN_EVERY_MS = 60_000;

export const aboutChannel = (id: string) => `channels: ${id}`;

export function createChannels(options: ChannelsOptions): Channels {
  const { database, seal, outbound, publicUrl, now, report } = options;
  const mail: Mail | undefined = options.mail && createMail({ ...options.mail, publicUrl });
  const vapid = createVapidKeys({ database, seal, subject: subjectOf(options) });
  const push = createPush({ outbound, vapid });
  const webhook = createWebhooks({ outbound, publicUrl, now });

  const sendBy = (channel: ChannelRow, message: Message): Promise<Outcome> | Outcome => {
    if (channel.kind === "email")
      return mail?.send(channel.address, message) ?? failed(undelivered("mail_off"));
    const secret = seal.open(channel.secret ?? "", aboutChannel(channel.id));
    return channel.kind === "push"
      ? push({ endpoint: channel.address, ...deviceKeys(secret) }, message)
      : webhook({ url: channel.address, secret }, message);
  };

  const attempt = async (channel: ChannelRow, message: Message): Promise<Attempt> => {
    try {
      return { channel, outcome: told(await sendBy(channel, message)) };
    } catch (error) {
      if (!(error instanceof SealedElsewhere)) report(error);
      return { channel, outcome: told(failed(reasonOf(error))) };
    }
  };

  const record = async (message: Message, attempts: Attempt[]) => {
    if (attempts.length === 0) return;
    const at = now();
    await recordDeliveries(database, message, attempts, at);
    // By themselves: whoever deletes the account locks the space first and then its channels.
    for (const one of attempts) if (isNews(one, at)) await recordState(database, message, one, at);
  };

  const byEmail = async (
    message: Message,
    known: ChannelRow[],
    isHeld: () => boolean,
  ): Promise<Attempt[] | undefined> => {
    if (!mail) return [];
    const found = known.find(({ kind }) => kind === "email");
    const { space_id, user_id } = message;
    const made = {
      space_id,
      user_id,
      id: uuid(),
      kind: "email" as const,
      name: EMAIL_NAME,
      created_at: now(),
    };
    const email = found ?? (await findOrMakeEmail(database, made));
    if (!isHeld()) return undefined;
    return email?.enabled ? [await attempt(email, message)] : [];
  };

  return {
    async deliver(message, isHeld) {
      const channels = await findChannelsFor(database, message);
      if (!isHeld()) return undefined;
      const took = channels.filter((one) => one.took);
      const open = channels.filter((one) => one.enabled && !one.took && one.kind !== "email");
      const first = await Promise.all(open.map((one) => attempt(one, message)));
      const reached = [...took, ...first.filter(({ outcome }) => outcome.status === "sent").map(channelOf)];
      const second = reached.some(isForPeople) ? [] : await byEmail(message, channels, isHeld);
      const attempts = [...first, ...(second ?? [])];
      await record(message, attempts);
      if (!second) return undefined;
      return [...took.map((channel) => toSent({ channel, outcome: sent })), ...attempts.map(toSent)];
    },
    async test(channel, message) {
      const made = await attempt(channel, message);
      await record(message, [made]);
      return toSent(made);
    },
    publicKey: vapid.publicKey,
    sendsMail: mail !== undefined,
    close() {
      mail?.close();
      outbound.close();
    },
  };
}

export const EMAIL_NAME = "E-mail";

const channelOf = ({ channel }: Attempt) => channel;
const isForPeople = ({ kind }: ChannelRow) => kind !== "webhook";

const toSent = ({ channel, outcome }: Attempt): Sent => ({
  channel: channel.id,
  channel_kind: channel.kind,
  ...outcome,
});

function isNews({ channel, outcome }: Attempt, at: Date): boolean {
  // Of a hundred messages at once each would wait for the others to write the same.
  if (outcome.status === "failed" && channel.failing_since && channel.last_error === outcome.error)
    return false;
  if (outcome.status !== "sent" || channel.failing_since || !channel.last_sent_at) return true;
  return at.getTime() - Date.parse(channel.last_sent_at) > SEEN_EVERY_MS;
}

const reasonOf = (error: unknown) =>
  undelivered(error instanceof SealedElsewhere ? "sealed_elsewhere" : "failed");

/** A device's keys as they are sealed: base64url has no dot. */
export const joinedKeys = ({ p256dh, auth }: { p256dh: string; auth: string }) => `${p256dh}.${auth}`;

function deviceKeys(joined: string) {
  const [p256dh = "", auth = ""] = joined.split(".");
  return { p256dh, auth };
}

/** Where a push service can complain (RFC 8292, section 2.1): the site, or else whoever sends its mail. */
function subjectOf({ publicUrl, mail }: ChannelsOptions): string {
  if (publicUrl.startsWith("https:")) return publicUrl;
  const address = mail?.from.match(/[^\s<>]+@[^\s<>]+/)?.[0];
  return `mailto:${address ?? `postmaster@${new URL(publicUrl).hostname}`}`;
}
