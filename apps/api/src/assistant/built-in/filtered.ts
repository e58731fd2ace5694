/** Tasks by a filter of the filter language: saved under a name, or said. */
import type { SavedFilter } from "@todo/contract";
import type { Intention } from "@todo/language";
import { speaksOfCompletion } from "@todo/language/filter/filter";
import { parseFilter } from "@todo/language/filter/parse";
import type { PastCall } from "./conversation.ts";
import { tasksIn } from "./conversation.ts";
import type { Desk } from "./desk.ts";
import { troubleIn } from "./find-tasks.ts";
import { inOrder } from "./focus.ts";
import type { Request } from "./requests.ts";

type Wanted = Extract<Intention, { operation: "list_filtered" }>["filter"];

export function listFilters({ desk, words }: Request): string {
  return words.filters(savedIn(askForSaved(desk)));
}

export function listFiltered(wanted: Wanted, request: Request): string {
  const { desk, words, moment } = request;
  if ("query" in wanted) return shown(wanted.query, {}, request);
  const asked = askForSaved(desk);
  const saved = savedIn(asked).find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  if (asked.status !== "succeeded") return words.told(asked, moment);
  return saved ? shown(saved.query, { filter: saved.name }, request) : words.noFilter(wanted.name);
}

function askForSaved(desk: Desk): PastCall {
  const [call] = desk.ask([{ name: "filters", tool: "list_filters", input: {} }]);
  return call!;
}

function savedIn({ output }: PastCall): SavedFilter[] {
  const { filters } = (output ?? {}) as { filters?: SavedFilter[] };
  return filters ?? [];
}

/** Open tasks, unless the filter itself speaks of those that are done. */
function shown(query: string, said: { filter?: string }, { desk, words, moment }: Request): string {
  const parsed = parseFilter(query, moment);
  const anyStatus = "problem" in parsed || speaksOfCompletion(parsed.filter);
  const pages = desk.pages("show", { filter: query, ...(!anyStatus && { status: "pending" }) });
  const trouble = troubleIn(pages, {}, words);
  if (trouble) return trouble;
  const status = anyStatus ? {} : { status: "pending" as const };
  return words.tasks(inOrder(pages.flatMap(tasksIn)), { ...status, ...said }, moment);
}
