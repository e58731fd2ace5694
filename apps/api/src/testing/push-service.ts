/**
 * A push service with the browsers behind it. It takes what RFC 8030 lets it
 * take, checks the signature as RFC 8292 says, and decrypts as a browser does
 * by RFC 8291, with nothing of what encrypts in our own program.
 */
import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";
import type { InputOf } from "@todo/contract";
import { importJWK, type JWTPayload, jwtVerify } from "jose";
import { type Received, type Reply, startReceiver } from "./receiver.ts";

export interface Browser {
  /** What the page gives to `add_channel`. */
  subscription: InputOf<"add_channel"> & { endpoint: string; p256dh: string; auth: string };
  /** What it was sent and could read, in order. */
  messages: PushedMessage[];
  /** How the push service answers for it from now on; left out, as it should. */
  answers(reply?: Reply): void;
}

interface PushedMessage {
  /** When it had arrived, in milliseconds of the clock. */
  at: number;
  payload: unknown;
  headers: Received["headers"];
  claims: JWTPayload;
}

export interface PushService {
  url: string;
  /** A browser that allows messages signed with this key (`applicationServerKey`). */
  browser(publicKey: string, name?: string): Browser;
  close(): Promise<void>;
}

interface Subscribed extends Browser {
  publicKey: string;
  keys: PrivateKeys;
  reply: Reply | undefined;
}

interface PrivateKeys {
  ecdh: ECDH;
  auth: Buffer;
}

export async function startPushService({ port = 0 }: { port?: number } = {}): Promise<PushService> {
  const browsers = new Map<string, Subscribed>();
  const receiver = await startReceiver({
    port,
    async reply(request) {
      const browser = browsers.get(request.path);
      if (!browser) return { status: 404 };
      if (browser.reply) return browser.reply;
      return { status: await take(browser, request, receiver.url) };
    },
  });
  return {
    url: receiver.url,
    browser(publicKey, name = "A browser") {
      const ecdh = createECDH("prime256v1");
      const p256dh = ecdh.generateKeys("base64url");
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(12).toString("base64url")}`;
      const made: Subscribed = {
        subscription: {
          kind: "push",
          name,
          endpoint: receiver.url + path,
          p256dh,
          auth: auth.toString("base64url"),
        },
        messages: [],
        answers: (reply) => {
          made.reply = reply;
        },
        publicKey,
        keys: { ecdh, auth },
        reply: undefined,
      };
      browsers.set(path, made);
      return made;
    },
    close: receiver.close,
  };
}

/** Gives the status: 201 when the browser could read it. */
async function take(
  { publicKey, keys, messages }: Subscribed,
  { at, headers, body }: Received,
  origin: string,
) {
  const { authorization = "", ttl, topic = "" } = headers;
  if (!/^\d+$/.test(String(ttl)) || !/^[\w-]{0,32}$/.test(String(topic))) return 400;
  if (headers["content-encoding"] !== "aes128gcm") return 415;
  if (body.length > 4096) return 413;
  const [, token = "", key = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  if (key !== publicKey) return 403;
  const claims = await verified(token, key, origin).catch(() => undefined);
  if (!claims) return 401;
  const payload = readable(body, keys);
  // A real one can't know; here whoever sent it is to hear of it.
  if (payload === undefined) return 400;
  messages.push({ at, payload, headers, claims });
  return 201;
}

function readable(body: Buffer, keys: PrivateKeys): unknown {
  try {
    return JSON.parse(decrypted(body, keys));
  } catch {
    return undefined;
  }
}

/** RFC 8292: signed by the key that the browser subscribed with, for this service, for no longer than a day. */
async function verified(token: string, key: string, audience: string): Promise<JWTPayload> {
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const jwk = await importJWK({ kty: "EC", crv: "P-256", x: x!, y: y! }, "ES256");
  const { payload } = await jwtVerify(token, jwk, { audience, requiredClaims: ["exp", "sub"] });
  if ((payload.exp ?? 0) > Date.now() / 1000 + 86_400) throw new Error("It is valid for longer than a day.");
  return payload;
}

const KEY_ID_AT = 21;
const TAG_BYTES = 16;

/** RFC 8291, section 3.4, over RFC 8188 with a single record. Throws when it isn't for these keys. */
export function decrypted(body: Buffer, { ecdh, auth }: PrivateKeys): string {
  const salt = body.subarray(0, 16);
  const serverKey = body.subarray(KEY_ID_AT, KEY_ID_AT + body.readUInt8(KEY_ID_AT - 1));
  const record = body.subarray(KEY_ID_AT + serverKey.length);
  const derived = (secret: Buffer, salted: Buffer, info: Buffer | string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", secret, salted, info, bytes));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), serverKey]);
  const input = derived(ecdh.computeSecret(serverKey), auth, info, 32);
  const key = derived(input, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derived(input, salt, "Content-Encoding: nonce\0", 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(record.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -TAG_BYTES)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error("The padding is wrong.");
  return padded.toString("utf8", 0, end);
}
