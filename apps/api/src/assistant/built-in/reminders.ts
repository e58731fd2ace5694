/** “what reminders do I have tomorrow?”: those to come, of all tasks or of some. */
import type { Reference } from "@todo/language";
import type { SaidComing } from "../../words/words.ts";
import { isWithin } from "./find-tasks.ts";
import { atNumbers } from "./focus.ts";
import { withWords } from "./match.ts";
import type { Request } from "./requests.ts";

export function listReminders(filter: Reference, request: Request): string {
  const { desk, focus, words, moment } = request;
  const { numbers, pronoun, text, due } = filter;
  const numbered = numbers && atNumbers(filter, focus);
  const spokenOf = pronoun && (focus?.shown ? focus.tasks : (focus?.tasks.slice(-1) ?? []));
  if (spokenOf?.length === 0) return words.nothingSpokenOf();
  const refs = (numbered ?? spokenOf)?.map(({ id, number }) => number ?? id);
  const calls = desk.ask(
    (refs ?? [undefined]).map((task_id, index) => ({
      name: `show${index || ""}`,
      tool: "list_reminders" as const,
      input: { ...(task_id !== undefined && { task_id }), limit: 200 },
    })),
  );
  const failed = calls.find(({ status }) => status !== "succeeded");
  if (failed) return words.told(failed, moment);
  const coming = calls.flatMap(({ output }) => (output as { reminders: SaidComing[] }).reminders);
  const named = text ? coming.filter(({ task }) => withWords(text, [task]).length > 0) : coming;
  const meant = due ? named.filter(({ comes_at }) => isWithin(comes_at, due, moment)) : named;
  return words.reminders(meant, moment);
}
