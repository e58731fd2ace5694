/**
 * Secrets that must be had again in clear, such as the key of a push device:
 * AES-256-GCM (NIST SP 800-38D) under a key derived from BETTER_AUTH_SECRET by
 * HKDF-SHA-256 (RFC 5869). What a secret is about is authenticated with it, so
 * that one can't be put in another's place.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sayUndelivered, undelivered } from "@todo/contract";

export interface Seal {
  /** Gives `v1.` and, in base64url, nonce (12 bytes), ciphertext and tag (16 bytes). */
  seal(text: string, about: string): string;
  /** Throws SealedElsewhere when it was sealed with another secret, about something else, or was changed. */
  open(sealed: string, about: string): string;
}

export class SealedElsewhere extends Error {
  override name = "SealedElsewhere";

  constructor() {
    super(sayUndelivered(undelivered("sealed_elsewhere")));
  }
}

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1.";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PURPOSE = "todo: secrets at rest, v1";

export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", PURPOSE, KEY_BYTES));
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return VERSION + sealed.toString("base64url");
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
      if (!sealed.startsWith(VERSION) || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealedElsewhere();
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch {
        throw new SealedElsewhere();
      }
    },
  };
}
