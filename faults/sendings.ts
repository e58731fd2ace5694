/** What people's browsers, mailboxes and programs were sent, as they got it. */
import type { PushService } from "../apps/api/src/testing/push-service.ts";
import type { Received } from "../apps/api/src/testing/receiver.ts";
import type { MailServer } from "../apps/api/src/testing/smtp.ts";
import { mail } from "../apps/api/src/words/en/mail.ts";
import { clockShiftsMs } from "./scene.ts";

export interface Sending {
  kind: "push" | "email" | "webhook";
  /** Id of the channel; of e-mail the address. */
  channel: string;
  /** Of the reminder, as its kind of channel carries it. */
  id: string;
  /** Of the task. */
  title: string;
  late: boolean;
  /** When it arrived, in milliseconds. */
  at: number;
  /** Which process sent it: each has a clock that is wrong by hours of its own. */
  process: number;
}

type Browser = ReturnType<PushService["browser"]>;

/** By RFC 8292 the signature names its end; ours is made twelve hours before that, and anew by each process. */
const SIGNED_FOR_MS = 12 * 3_600_000;

/** What a browser could decrypt. Complains of one whose tag, id and Topic aren't the same. */
export function pushesTo(browser: Browser, channel: string, complain: (what: string) => void): Sending[] {
  return browser.messages.map(({ at, payload, headers, claims }) => {
    const { id, tag, title, late } = payload as { id: string; tag: string; title: string; late: boolean };
    if (tag !== id || headers.topic !== id.replaceAll("-", ""))
      complain(`“${title}” was pushed with the id ${id}, the tag ${tag} and the Topic ${headers.topic}`);
    const process = processOf((claims.exp ?? 0) * 1000 - SIGNED_FOR_MS, at);
    return { kind: "push", channel, id, title, late, at, process };
  });
}

/** Complains of one whose header and body name different ids. */
export function callOf(
  { at, headers, body }: Received,
  channel: string,
  complain: (what: string) => void,
): Sending {
  const { data } = JSON.parse(body.toString()) as { data: { id: string; title: string; late: boolean } };
  const id = String(headers["webhook-id"]);
  if (data.id !== id) complain(`“${data.title}” was sent with the webhook-id ${id} and the id ${data.id}`);
  const process = processOf(Number(headers["webhook-timestamp"]) * 1000, at);
  return { kind: "webhook", channel, id, title: data.title, late: data.late, at, process };
}

export function mailOf({ at, to, headers, parts }: MailServer["mails"][number]): Sending {
  return {
    kind: "email",
    channel: to.join(),
    id: /^<([^@]+)@/.exec(headers["message-id"] ?? "")?.[1] ?? "",
    title: headers.subject ?? "",
    late: parts["text/plain"]?.includes(mail.late) ?? false,
    at,
    process: processOf(Date.parse(headers.date ?? ""), at),
  };
}

/** Which process's clock says so at that time. */
function processOf(said: number, at: number): number {
  const distances = clockShiftsMs.map((shift) => Math.abs(said - at - shift));
  return distances.indexOf(Math.min(...distances));
}
