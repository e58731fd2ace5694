/** Under which key attempts to sign in are counted: a hash, since people type passwords where the address belongs. */
import { hash } from "node:crypto";

/** Begins every key of the account, whatever address it is tried from. */
export const signInPrefix = (email: string) => `sign-in:${hash("sha256", email.toLowerCase(), "base64url")}:`;

export const signInKey = (email: string, address: string) => signInPrefix(email) + address;

/** The same from all addresses together. */
export const signInKeyAnywhere = (email: string) => `${signInPrefix(email)}anywhere`;
