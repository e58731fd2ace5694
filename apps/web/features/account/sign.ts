/** Signing up and in, and what is changed about an account. Each answers with nothing, or with what is wrong and where. */
import { type Refused, refusalIn } from "../../lib/errors.ts";
import type { SayAll } from "../../messages/messages.ts";
import { postJson } from "./post-json.ts";
import { leaving } from "./sign-out.ts";

export type SignField = "name" | "email" | "currentPassword" | "password" | "form";

export interface SignProblem {
  field: SignField;
  sentence: string;
  /** The other page would do it: the address is taken, so sign in. */
  suggestsSignIn?: boolean;
  /** The name that the account has by now, in place of the one that was seen. */
  nameNow?: string;
}

export interface Credentials {
  name: string;
  email: string;
  password: string;
}

export const signUp = (credentials: Credentials, t: SayAll) =>
  post(t, "/api/auth/sign-up/email", credentials);

export const signIn = ({ email, password }: Credentials, t: SayAll) =>
  post(t, "/api/auth/sign-in/email", { email, password });

/** `was`: the name that the person saw. Another one by now isn't gone over. */
export const changeName = (change: { name: string; was: string }, t: SayAll) =>
  post(t, "/api/auth/update-user", change);

/** Other sessions stay; `revoke_other_sessions` ends them and keeps this one. */
export const changePassword = (currentPassword: string, newPassword: string, t: SayAll) =>
  post(t, "/api/auth/change-password", { currentPassword, newPassword });

/** Deletes the account; the password is asked for once more. */
export const deleteAccount = (password: string, t: SayAll) =>
  leaving(() => post(t, "/api/account/delete", { password }));

async function post(t: SayAll, path: string, body: object): Promise<SignProblem | undefined> {
  const response = await postJson(path, body);
  if (!response) return { field: "form", sentence: t("error.unavailable") };
  if (response.ok) return undefined;
  const answer: unknown = await response.json().catch(() => undefined);
  return problemOf(response.status, answer, Number(response.headers.get("retry-after")), t);
}

const SHORTEST_PASSWORD = 8;

/** What is wrong with a password that somebody chooses, as far as it needs no server to see. */
export function passwordProblem(password: string, t: SayAll): SignProblem | undefined {
  if (!password) return { field: "password", sentence: t("sign.passwordMissing") };
  if (password.length < SHORTEST_PASSWORD) return { field: "password", sentence: t("sign.passwordShort") };
  return undefined;
}

/** Reads both shapes: Better Auth's `{code: "USER_ALREADY_EXISTS…"}` and our own problem details. */
export function problemOf(
  status: number,
  answer: unknown,
  retryAfterSeconds: number,
  t: SayAll,
): SignProblem {
  const { code = "", message, detail, ...about } = (answer ?? {}) as Partial<Refused> & { detail?: string };

  if (status === 429) {
    const minutes = Math.ceil((retryAfterSeconds || 60) / 60);
    return { field: "form", sentence: t("sign.tooMany", { count: minutes }) };
  }
  if (code.startsWith("USER_ALREADY_EXISTS"))
    return { field: "email", sentence: t("sign.taken"), suggestsSignIn: true };
  if (code === "INVALID_EMAIL_OR_PASSWORD") return { field: "password", sentence: t("sign.wrong") };
  if (code === "INVALID_PASSWORD") return { field: "currentPassword", sentence: t("password.wrong") };
  if (code === "INVALID_EMAIL") return { field: "email", sentence: t("sign.notAnAddress") };
  if (code === "PASSWORD_TOO_SHORT") return { field: "password", sentence: t("sign.passwordShort") };
  if (code === "PASSWORD_TOO_LONG") return { field: "password", sentence: t("sign.passwordLong") };
  if (status >= 500) return { field: "form", sentence: t("error.unavailable") };
  if (detail) {
    const sentence = refusalIn({ code, message: detail, ...about }, t);
    const nameNow = about.reason === "name_changed" && { nameNow: String(about.params?.name) };
    return { field: "form", sentence, ...nameNow };
  }
  return {
    field: "form",
    sentence: message ? t("error.refused", { reason: message }) : t("error.unexpected"),
  };
}
