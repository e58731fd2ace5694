/** “the duplicate”: of open tasks with the same title, those that came later. */
import { followUps } from "../../words/languages.ts";
import type { SaidTask } from "../../words/words.ts";
import { tasksIn } from "./conversation.ts";
import type { Finding, Found } from "./find-tasks.ts";
import { sameText, searchOf, withWords } from "./match.ts";

/** Nothing when the words don't speak of a duplicate. */
export function duplicates(text: string, place: number, finding: Finding): Found | undefined {
  const ways = followUps.find(({ duplicate }) => duplicate.test(text));
  const title = ways?.duplicate.exec(text)?.groups?.title;
  if (!ways) return undefined;
  const { desk, focus, words, wish, moment } = finding;
  const pages = desk.pages(`twice${place || ""}`, {
    status: "pending",
    ...(title && { search: searchOf(title) }),
  });
  const open = pages.flatMap(tasksIn);
  const named = title ? withWords(title, open) : open;
  // Of all there are, those of the task that is spoken of.
  const later = laterOnes(named);
  const spokenOf = later.filter((task) => focus?.tasks.some((one) => sameText(one.title, task.title)));
  const tasks = !title && spokenOf.length > 0 ? spokenOf : later;
  if (tasks.length === 0) return { tasks, say: words.noDuplicate() };
  if (tasks.length === 1 || ways.duplicates.test(text)) return { tasks };
  return { tasks: [], say: words.whichOne(wish.operation, tasks, moment), candidates: tasks };
}

const laterOnes = (tasks: SaidTask[]) =>
  [...Map.groupBy(tasks, ({ title }) => title.trim().toLowerCase()).values()].flatMap((alike) =>
    alike.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).slice(1),
  );
