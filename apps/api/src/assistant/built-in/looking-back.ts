/** What is over: the trash, the latest changes, and whether something was done. */
import type { HistoryEntry } from "@todo/contract";
import type { DueFilter } from "@todo/language";
import type { SaidChange, SaidTask } from "../../words/words.ts";
import { tasksIn } from "./conversation.ts";
import { isWithin, troubleIn } from "./find-tasks.ts";
import { closest, searchOf, withWords } from "./match.ts";
import type { Request } from "./requests.ts";

export function listTrash({ desk, words, moment }: Request): string {
  const pages = desk.pages("show", { trash: true });
  return troubleIn(pages, {}, words) ?? words.trash(pages.flatMap(tasksIn), moment);
}

/** Nothing brings back what is emptied, so that is left to the person's own hands. */
export function emptyTrash({ desk, words }: Request): string {
  const pages = desk.pages("look", { trash: true });
  return troubleIn(pages, {}, words) ?? words.emptyTrash(pages.flatMap(tasksIn).length);
}

/** `tentative`: hardly about a task, unless there is one. */
export function tellDone(text: string, request: Request, { tentative = false } = {}): string {
  const { desk, words, moment } = request;
  const pages = desk.pages("look", { search: searchOf(text) });
  const trouble = troubleIn(pages, {}, words);
  if (trouble) return trouble;
  const named = withWords(text, pages.flatMap(tasksIn));
  const found = closest(text, named);
  if (found.length === 0) return tentative ? words.noneFits() : words.noTask(text, "complete");
  const [first] = found as [SaidTask];
  if (found.some(({ title }) => title.toLowerCase() !== first.title.toLowerCase()))
    return words.tasks(found, { text }, moment);
  const open = found.find(({ status }) => status === "pending");
  const done = found.filter(({ status }) => status === "completed").sort(latestFirst)[0];
  return words.wasDone({ ...(open && { open }), ...(done && { done }) }, moment);
}

const latestFirst = (a: SaidTask, b: SaidTask) => (b.completed_at ?? "").localeCompare(a.completed_at ?? "");

/** Enough for the days that anybody asks about. */
const MOST_PAGES = 5;

export function tellHistory(days: DueFilter | undefined, { desk, words, moment }: Request): string {
  const entries: HistoryEntry[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const [call] = desk.ask([
      {
        name: page === 0 ? "history" : `history_page${page + 1}`,
        tool: "history",
        input: { limit: 200, ...(cursor !== null && { cursor }) },
      },
    ]);
    if (call!.status !== "succeeded") return words.told(call!, moment);
    const { entries: more, next_cursor } = call!.output as {
      entries: HistoryEntry[];
      next_cursor?: string | null;
    };
    entries.push(...more);
    cursor = next_cursor ?? null;
    const last = more.at(-1);
    const isPast = !days || (last !== undefined && !isWithin(last.at, sinceThen(days), moment));
    if (cursor === null || isPast) break;
  }
  const meant = days ? entries.filter(({ at }) => isWithin(at, days, moment)) : entries;
  return words.history(inGroups(meant), days, moment);
}

/** Up to today, so that what is later than the days isn't the end of them. */
const sinceThen = ({ on, after }: DueFilter): DueFilter => {
  if (on) return { after: new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10) };
  return after ? { after } : {};
};

/** What was done in one go is told as one, the latest first. */
const inGroups = (entries: HistoryEntry[]): SaidChange[] =>
  [...Map.groupBy(entries, ({ undo, operation }) => `${undo} ${operation}`).values()].map((group) => {
    const [{ operation, at }] = group as [HistoryEntry];
    return { operation, at, changes: group.map(({ change }) => change).reverse() };
  });
