/** Somebody new who uses the release as a person would, and leaves nothing behind. */
import { randomBytes } from "node:crypto";
import type { ChatAnswer, Client } from "@todo/contract";
import { AppError } from "@todo/contract/errors";
import { clientFor, headersFor } from "../../session.ts";
import { signUp } from "../../sign-in.ts";

export interface Visitor {
  token: string;
  password: string;
}

export async function arrive(url: string): Promise<Visitor> {
  const password = randomBytes(18).toString("base64url");
  const email = `verify-${randomBytes(8).toString("hex")}@example.com`;
  return { token: await signUp(url, { name: "Verification", email, password }), password };
}

export const clientOf = (url: string, { token }: Visitor): Client => clientFor(url, token);

/** Says it to the assistant, and yes to what it asks. */
export async function say(client: Client, message: string): Promise<ChatAnswer> {
  const answer = await client.chat({ message });
  for (const { id, status } of answer.approvals)
    if (status === "pending") await client.answerApproval(id, { decision: "approve" });
  return answer;
}

/** The task with these words in its title, finished or not. */
export async function findTask(client: Client, words: string) {
  const { tasks } = await client.list_tasks({ status: "all" });
  return tasks.find(({ title }) => title.toLowerCase().includes(words));
}

/** Removes the account with everything in it. */
export async function leave(url: string, { token, password }: Visitor): Promise<void> {
  const response = await fetch(`${url}/api/account/delete`, {
    method: "POST",
    headers: { ...headersFor(token), "content-type": "application/json" },
    body: JSON.stringify({ password }),
  });
  if (!response.ok)
    throw new AppError("unavailable", `The account of this check could not be deleted: ${response.status}.`);
}
