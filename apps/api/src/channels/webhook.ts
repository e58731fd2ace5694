/**
 * Webhooks as https://www.standardwebhooks.com has them: JSON, an id that is
 * the same on a repetition, and a signature over id, time and body.
 */

import { createHmac, randomBytes } from "node:crypto";
import { undelivered } from "@todo/contract";
import type { Message } from "./message.ts";
import { type Outbound, Unreachable } from "./outbound.ts";
import { failed, gone, type Outcome, sent } from "./outcome.ts";

export interface WebhookOptions {
  outbound: Outbound;
  publicUrl: string;
  now: () => Date;
}

export interface Webhook {
  url: string;
  /** `whsec_` and base64. */
  secret: string;
}

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

export const newWebhookSecret = () => PREFIX + randomBytes(SECRET_BYTES).toString("base64");

export const createWebhooks =
  ({ outbound, publicUrl, now }: WebhookOptions) =>
  async ({ url, secret }: Webhook, message: Message): Promise<Outcome> => {
    const at = now();
    const { id, kind, late, title, body: text, task } = message;
    const data = { id, title, body: text, url: publicUrl + message.url, task, late };
    const body = JSON.stringify({ type: kind, timestamp: at.toISOString(), data });
    const seconds = Math.floor(at.getTime() / 1000);
    const headers = {
      "content-type": "application/json",
      "user-agent": "Todo",
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": signature(secret, `${id}.${seconds}.${body}`),
    };
    try {
      return outcomeOf(await outbound.post(url, { headers, body }), new URL(url).hostname);
    } catch (error) {
      if (error instanceof Unreachable) return failed(error.why);
      throw error;
    }
  };

function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

function outcomeOf(status: number, host: string): Outcome {
  if (status >= 200 && status < 300) return sent;
  if (status === 410) return gone(undelivered("unwanted", { host, status }));
  const isRedirect = status >= 300 && status < 400;
  return failed(undelivered(isRedirect ? "redirected" : "answered", { host, status }));
}
