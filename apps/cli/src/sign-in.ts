/**
 * Sign-in, sign-up and sign-out: the routes of the server that are no
 * operations. No cookie and no Origin is sent; the session's token comes back
 * in the header `set-auth-token`.
 */
import { AppError, type Problem } from "@todo/contract/errors";
import { SignInRefused } from "./failures.ts";
import { headersFor } from "./session.ts";

export const signIn = (url: string, body: { email: string; password: string }) =>
  tokenFrom(url, "/sign-in/email", body);

export const signUp = (url: string, body: { email: string; password: string; name: string }) =>
  tokenFrom(url, "/sign-up/email", body);

export async function signOut(url: string, token: string): Promise<void> {
  await post(url, "/sign-out", {}, headersFor(token));
}

async function tokenFrom(url: string, path: string, body: Record<string, string>): Promise<string> {
  const response = await post(url, path, body, { "todo-client": "cli" });
  const token = response.headers.get("set-auth-token");
  if (!token) throw new AppError("unavailable", `${url} answered without a session. Is it a Todo server?`);
  return token;
}

async function post(
  url: string,
  path: string,
  body: Record<string, string>,
  headers: Record<string, string>,
) {
  const response = await fetch(`${url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new AppError("unavailable", `${url} can't be reached.`, { cause: error });
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

/** What Better Auth refuses, by its codes: its own sentences don't say what would do. */
const sentences: Record<string, string> = {
  INVALID_EMAIL: "This is not an e-mail address.",
  PASSWORD_TOO_SHORT: "The password is too short. Take at least 8 characters.",
  PASSWORD_TOO_LONG: "The password is too long. Take at most 128 characters.",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL:
    "There is an account with this e-mail address already. Sign in without --sign-up.",
};

/** The server answers with a problem, Better Auth inside it with `{code, message}`, a proxy in front with anything. */
async function refusal(response: Response): Promise<AppError> {
  const answer = (await response.json().catch(() => ({}))) as Partial<Omit<Problem, "code">> & {
    code?: string;
    message?: string;
  };
  if (answer.code && answer.detail) return AppError.fromProblem(answer as Problem);
  const reason =
    sentences[answer.code ?? ""] ?? answer.message?.replace(/^\[body\.\w+\] /, "").replace(/[^.!?]$/, "$&.");
  const { status } = response;
  if (status === 401) return new SignInRefused(reason ?? "E-mail address or password is wrong.");
  if (status === 429) return new AppError("too_many_requests", reason ?? "Too many attempts.");
  if (status === 404 || status >= 500)
    return new AppError(
      "unavailable",
      `${new URL(response.url).origin} answered ${status}. Is it a Todo server?`,
    );
  return new AppError("validation_failed", reason ?? `The server answered ${status}.`);
}
