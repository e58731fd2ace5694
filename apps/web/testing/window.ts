/** A window of the web app over the real API, whose network can fail; there is no page and nothing that it could keep. */
import { QueryClient } from "@tanstack/react-query";
import { expect, onTestFinished, vi } from "vitest";
import { createWorld, type Person } from "../../api/src/testing/world.ts";
import { bulkChanges } from "../features/tasks/bulk-changes.ts";
import { type Pages, tasksOf } from "../features/tasks/pages.ts";
import { taskChanges } from "../features/tasks/task-changes.ts";
import { tasksQuery } from "../lib/queries.ts";
import { english as t } from "../messages/testing.ts";
import { toasts } from "../ui/toast-store.ts";

interface Network {
  /** Whether it carries this request there, and its answer back; asked for each attempt. */
  carries: (request: string) => { there: boolean; back: boolean };
  /** What was answered, as “PATCH /api/tasks/1 200”. */
  answers: string[];
}

let person: Person | undefined;
let network: Network | undefined;

/** The window's client is made once, and the network at that time is what it keeps. */
async function throughNetwork(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  if (!person || !network) throw new Error("No window is open.");
  const request = `${init.method ?? "GET"} ${String(input)}`;
  const { there, back } = network.carries(request);
  if (!there) throw new TypeError("Failed to fetch");
  const response = await person.fetch(String(input), {
    ...init,
    headers: Object.fromEntries(new Headers(init.headers)),
  });
  if (!back) throw new TypeError("Failed to fetch");
  network.answers.push(`${request} ${response.status}`);
  return response;
}

export const whole = { there: true, back: true };

export async function openWindow(carries: Network["carries"] = () => whole) {
  const world = await createWorld();
  const ada = await world.as("ada");
  person = ada;
  network = { carries, answers: [] };
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", throughNetwork);
  vi.stubGlobal("navigator", { onLine: true });
  await import("../lib/client.ts");
  vi.stubGlobal("fetch", fetch);
  onTestFinished(() => void vi.unstubAllGlobals());
  toasts.set([]);

  const queries = new QueryClient();
  const filter = { status: "all" } as const;
  const shown = () => tasksOf(queries.getQueryData<Pages>(tasksQuery(ada, filter).queryKey));
  return {
    ada,
    queries,
    t,
    answers: network.answers,
    changes: taskChanges(queries, { zone: "Europe/Berlin", locale: "en", t }),
    bulk: bulkChanges(queries, "Europe/Berlin", t),
    /** Adds tasks with these titles past the window, and shows all there are. */
    async show(...titles: string[]) {
      for (let from = 0; from < titles.length; from += 100)
        await ada.add_tasks({ tasks: titles.slice(from, from + 100).map((title) => ({ title })) });
      await queries.fetchInfiniteQuery({ ...tasksQuery(ada, filter), pages: 10 });
      return shown();
    },
    shown,
    /** What the toasts say, the trouble among them. */
    said: () => toasts.get().map(({ text }) => text),
    /** Presses the button of the toast that offers one. */
    async undo() {
      await expect.poll(() => toasts.get().some(({ action }) => action)).toBe(true);
      toasts
        .get()
        .find(({ action }) => action)
        ?.action?.run();
    },
  };
}
