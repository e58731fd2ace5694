/** Signing up, in and out. Each answers with nothing, or with what is wrong and where. */
import type { SayAll } from "../../messages/messages.ts";
import { forgetPerson } from "../offline/forget.ts";

export type SignField = "name" | "email" | "password" | "form";

export interface SignProblem {
  field: SignField;
  sentence: string;
  /** The other page would do it: the address is taken, so sign in. */
  suggestsSignIn?: boolean;
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

/** Deletes the account; the password is asked for once more. */
export const deleteAccount = (password: string, t: SayAll) => leave(t, "/api/account/delete", { password });

/** What still waits for the network is lost with all else that this browser had kept. */
export const signOut = (t: SayAll) => leave(t, "/api/auth/sign-out", {});

async function leave(t: SayAll, path: string, body: object): Promise<SignProblem | undefined> {
  const problem = await post(t, path, body);
  if (!problem) await forgetPerson();
  return problem;
}

async function post(t: SayAll, path: string, body: object): Promise<SignProblem | undefined> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { field: "form", sentence: t("error.unavailable") };
  }
  if (response.ok) return undefined;
  const answer: unknown = await response.json().catch(() => undefined);
  return problemOf(response.status, answer, Number(response.headers.get("retry-after")), t);
}

/** Reads both shapes: Better Auth's `{code: "USER_ALREADY_EXISTS…"}` and our own problem details. */
export function problemOf(
  status: number,
  answer: unknown,
  retryAfterSeconds: number,
  t: SayAll,
): SignProblem {
  const {
    code = "",
    message,
    detail,
  } = (answer ?? {}) as { code?: string; message?: string; detail?: string };

  if (status === 429) {
    const minutes = Math.ceil((retryAfterSeconds || 60) / 60);
    return { field: "form", sentence: t("sign.tooMany", { count: minutes }) };
  }
  if (code.startsWith("USER_ALREADY_EXISTS"))
    return { field: "email", sentence: t("sign.taken"), suggestsSignIn: true };
  if (code === "INVALID_EMAIL_OR_PASSWORD") return { field: "password", sentence: t("sign.wrong") };
  if (code === "INVALID_EMAIL") return { field: "email", sentence: t("sign.notAnAddress") };
  if (code === "PASSWORD_TOO_SHORT") return { field: "password", sentence: t("sign.passwordShort") };
  if (code === "PASSWORD_TOO_LONG") return { field: "password", sentence: t("sign.passwordLong") };
  if (status === 403) return { field: "form", sentence: detail ?? message ?? t("sign.closed") };
  if (status >= 500) return { field: "form", sentence: t("error.unavailable") };
  return { field: "form", sentence: detail ?? message ?? t("error.unexpected") };
}
