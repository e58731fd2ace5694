/**
 * Web Push: a message for one browser, encrypted so that the push service in
 * between can't read it (RFC 8030, 8291, 8292).
 */

import { ECDH } from "node:crypto";
import { undelivered } from "@todo/contract";
import webPush from "web-push";
import type { Message } from "./message.ts";
import { type Outbound, Unreachable } from "./outbound.ts";
import { failed, gone, type Outcome, sent } from "./outcome.ts";
import type { VapidKeys } from "./vapid.ts";

/** A browser's subscription; keys are base64url. */
export interface PushDevice {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushOptions {
  outbound: Outbound;
  vapid: VapidKeys;
}

/** How long a push service keeps a message for a browser that is away, in seconds. */
const KEPT_SECONDS: Record<Message["kind"], number> = { reminder: 86_400, digest: 43_200, test: 60 };
/** All that a notification shows of it; a push service takes 4096 bytes (RFC 8030, section 7.2). */
const BODY_CHARACTERS = 300;

export const createPush =
  ({ outbound, vapid }: PushOptions) =>
  async (device: PushDevice, message: Message): Promise<Outcome> => {
    const problem = outbound.problemWith(device.endpoint);
    if (problem) return failed(problem);
    const { origin, hostname } = new URL(device.endpoint);
    const { p256dh, auth } = device;
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint: device.endpoint, keys: { p256dh, auth } },
      JSON.stringify(shown(message)),
      {
        TTL: KEPT_SECONDS[message.kind],
        urgency: message.kind === "digest" ? "normal" : "high",
        // While the browser is away, a repetition replaces what is there (RFC 8030, section 5.4).
        topic: message.id.replaceAll("-", ""),
        headers: { Authorization: await vapid.authorization(origin) },
      },
    );
    try {
      return outcomeOf(await outbound.post(device.endpoint, { headers: asText(headers), body }), hostname);
    } catch (error) {
      if (error instanceof Unreachable) return failed(error.why);
      throw error;
    }
  };

/** What the service worker gets. */
function shown({ id, kind, title, body, url, task, late, language }: Message) {
  return {
    id,
    kind,
    title,
    body: Array.from(body).slice(0, BODY_CHARACTERS).join(""),
    url,
    tag: id,
    task,
    late,
    language,
  };
}

/** The library has numbers among its headers. */
const asText = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function outcomeOf(status: number, host: string): Outcome {
  if (status >= 200 && status < 300) return sent;
  if (status === 404 || status === 410) return gone(undelivered("browser_gone"));
  return failed(undelivered("push_answered", { host, status }));
}

/** Whether messages can be encrypted for these: a point of P-256 and 16 bytes, both in base64url (RFC 8291, section 3.2). */
export function areDeviceKeys({ p256dh, auth }: Omit<PushDevice, "endpoint">): boolean {
  const isText = [p256dh, auth].every((text) => /^[\w-]+=*$/.test(text));
  const point = Buffer.from(p256dh, "base64url");
  if (!isText || point.length !== 65 || Buffer.from(auth, "base64url").length !== 16) return false;
  try {
    ECDH.convertKey(point, "prime256v1");
    return true;
  } catch {
    return false;
  }
}
