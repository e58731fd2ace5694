/** “swap the dentist and the gym”: each gets the other's date and time. */
import type { Reference } from "@todo/language";
import type { SaidTask } from "../../words/words.ts";
import { findTasks } from "./find-tasks.ts";
import type { Targeted } from "./intentions.ts";
import type { Request } from "./requests.ts";
import { numbered, refOf, wholeTasks } from "./task-calls.ts";

export function swapDates(pair: [Reference, Reference], request: Request): string {
  const { desk, words, moment } = request;
  const wish: Targeted = { operation: "reschedule", targets: pair };
  const found = desk.all(
    pair.map((reference, place) => () => findTasks(reference, place, { ...request, wish })),
  );
  const unclear = found.find(({ tasks }) => tasks.length !== 1);
  if (unclear) return unclear.say ?? words.nothingSpokenOf();
  const [one, other] = wholeTasks(
    found.flatMap(({ tasks }) => tasks),
    desk,
  );
  if (!one || !other) return words.nothingSpokenOf();
  const done = [one, other].filter(({ status }) => status === "completed");
  if (done.length > 0) return words.alreadyDone(done.map(({ title }) => title));
  if (isSameDue(one, other)) return words.sameDates([one.title, other.title]);
  const calls = [
    { task: one, from: other },
    { task: other, from: one },
  ].map(({ task, from }, index) => ({
    name: numbered("do", index),
    tool: "update_task" as const,
    input: { task_id: refOf(task), ...dueOf(from, task) },
  }));
  return desk
    .ask(calls)
    .map((call) => words.told(call, moment))
    .join(" ");
}

const isSameDue = (one: SaidTask, other: SaidTask) =>
  one.due_on === other.due_on && one.due_time === other.due_time;

function dueOf({ due_on, due_time, time_zone }: SaidTask, before: SaidTask): Record<string, unknown> {
  if (!due_on) return { clear: ["due_on"] };
  if (!due_time) return { due_on, ...(before.due_time && { clear: ["due_time"] }) };
  return { due_on, due_time, ...(time_zone && { time_zone }) };
}
