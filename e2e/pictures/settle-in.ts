/** Signs a person up in a browser's window and gives them a life, by the API alone: quick, and the same in every language. */
import { randomBytes } from "node:crypto";
import { type Client, createClient } from "@todo/contract/client";
import type { BrowserContext } from "playwright-core";
import type { Life } from "./lives.ts";
import type { Places } from "./screens.ts";

const DAY_MS = 86_400_000;
const ZONE = "Europe/Berlin";

const inDays = (days: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(Date.now() + days * DAY_MS);

/** Before any of today's times, so that pictures don't tell when they were taken. */
export const thisMorning = () => new Date(`${inDays(0)}T07:05:00Z`);

/** A new account in this window, whose first page is yet to tell zone and language. Answers a client for it. */
export async function register(context: BrowserContext, baseUrl: string, name: string): Promise<Client> {
  const { origin } = new URL(baseUrl);
  const signedUp = await context.request.post(`${baseUrl}/api/auth/sign-up/email`, {
    headers: { origin },
    data: {
      name,
      email: `person-${randomBytes(6).toString("hex")}@example.com`,
      password: "correct horse battery staple",
    },
  });
  if (!signedUp.ok()) throw new Error(`Signing up answered ${signedUp.status()}: ${await signedUp.text()}`);
  const cookie = (await context.cookies(baseUrl)).map((one) => `${one.name}=${one.value}`).join("; ");
  return createClient({ baseUrl: origin, headers: { cookie, origin } });
}

/** The same, with zone and language told and nothing else in it. */
export async function arrive(
  context: BrowserContext,
  baseUrl: string,
  { name, language }: Pick<Life, "name" | "language">,
): Promise<Client> {
  const client = await register(context, baseUrl, name);
  await client.update_profile({ time_zone: ZONE, language });
  return client;
}

/** The same, with all that `life` names. Answers where it is shown, and a client. */
export async function settleIn(
  context: BrowserContext,
  baseUrl: string,
  life: Life,
): Promise<Omit<Places, "consent"> & { client: Client }> {
  const client = await arrive(context, baseUrl, life);
  const { tasks, failures } = await client.add_tasks({
    tasks: life.tasks.map(({ in_days, done: _, gone: __, ...task }) => ({
      ...task,
      ...(in_days !== undefined && { due_on: inDays(in_days) }),
    })),
  });
  if (failures[0]) throw new Error(`A task could not be added: ${failures[0].message}`);

  const idsOf = (state: "done" | "gone") =>
    tasks.flatMap(({ id }, index) => (life.tasks[index]?.[state] ? [id] : []));
  await client.complete_tasks({ task_ids: idsOf("done") });
  await client.delete_tasks({ task_ids: idsOf("gone") });
  for (const { title, done } of life.steps) {
    const { id: parent, list } = tasks[0]!;
    const step = await client.add_task({ title, parent, ...(list && { list: list.id }) });
    if (done) await client.complete_task({ task_id: step.id });
  }
  const filters = [];
  for (const filter of life.filters) filters.push(await client.add_filter(filter));

  let conversation_id: string | undefined;
  for (const message of life.said) {
    const answer = await client.chat({ message, ...(conversation_id && { conversation_id }) });
    conversation_id = answer.conversation_id ?? undefined;
  }

  const { lists } = await client.list_lists();
  return {
    client,
    list: `/lists/${lists.find(({ name }) => name === life.list)!.id}`,
    label: `/labels/${encodeURIComponent(life.label)}`,
    filter: `/filters/${filters[0]!.id}`,
    task: tasks[0]!.number,
    recurring: tasks[life.tasks.findIndex(({ recurrence }) => recurrence)]!.number,
  };
}
