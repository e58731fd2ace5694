/**
 * What the quick-add line was understood to say: the task it makes, and a chip for each thing found in its words. It
 * brings along what understands words, so the page fetches it when words are first written.
 */
import type { InputOf } from "@todo/contract/contract";
import type { Priority } from "@todo/contract/tasks";
import type { QuickAdd, Span } from "@todo/language";
import { quickAdd } from "@todo/language/quick-add/quick-add";
import { dayInWords, timeInWords, type Viewpoint } from "./due.ts";

/** One thing that was understood, and the words that said it. */
export interface Chip {
  kind: "day" | "time" | "repeat" | "reminder" | "list" | "label" | "priority";
  /** As it is shown: “tomorrow”, “5 PM”, “Groceries”. */
  text: string;
  /** Where it stands in the line. Rejecting the chip makes these plain words. */
  spans: Span[];
  priority?: Priority;
}

export function chipsOf({ task, spans }: QuickAdd, viewpoint: Viewpoint, line: string): Chip[] {
  const { when, list, labels = [], priority } = task;
  const { due_on = [], due_time = [], recurrence = [], reminders = [] } = spans;
  const said = (kind: "repeat" | "reminder", words: Span[]): Chip[] =>
    words.length > 0
      ? [{ kind, text: words.map(({ start, end }) => line.slice(start, end)).join(" "), spans: words }]
      : [];
  const day: Chip[] = when
    ? [
        {
          kind: "day",
          text: dayInWords(when.due_on, viewpoint),
          spans: [due_on, recurrence, due_time].find((words) => words.length > 0) ?? [],
        },
      ]
    : [];
  const time: Chip[] =
    when?.due_time !== undefined
      ? [{ kind: "time", text: timeInWords(when.due_on, when.due_time, viewpoint.locale), spans: due_time }]
      : [];
  return [
    ...together(day, time),
    ...said("repeat", recurrence),
    ...said("reminder", reminders),
    ...(list !== undefined ? [{ kind: "list" as const, text: list, spans: spans.list ?? [] }] : []),
    ...labels.map((text, at) => ({
      kind: "label" as const,
      text,
      spans: spans.labels?.slice(at, at + 1) ?? [],
    })),
    ...(priority !== undefined
      ? [
          {
            kind: "priority" as const,
            text: viewpoint.t(`priority.${priority}`),
            spans: spans.priority ?? [],
            priority,
          },
        ]
      : []),
  ];
}

/** “tonight” says day and time at once, and can only be rejected as a whole. */
function together([day]: Chip[], [time]: Chip[]): Chip[] {
  if (!day || !time) return day ? [day] : [];
  const shared = time.spans.some(({ start }) => day.spans.some((span) => span.start === start));
  return shared ? [{ ...day, text: `${day.text} ${time.text}` }] : [day, time];
}

/** Nothing of a line that would be nothing but chips: it has no title, and then all of it is the title. */
export function readLine(...line: Parameters<typeof quickAdd>): QuickAdd | undefined {
  const found = quickAdd(...line);
  return found.task.title.trim() ? found : undefined;
}

/** What the words give a new task; the rest is left to the view. */
export function fieldsOf({ task }: QuickAdd): InputOf<"add_task"> {
  const { title, when, list, labels, priority, recurrence, reminders } = task;
  return {
    title,
    ...(when && { due_on: when.due_on, ...(when.due_time && { due_time: when.due_time }) }),
    ...(list !== undefined && { list }),
    ...(labels && { labels }),
    ...(priority && { priority }),
    ...(recurrence && { recurrence }),
    ...(reminders && { reminders }),
  };
}

/** Rejected words stay rejected while the line is edited elsewhere; those that were edited are looked at anew. */
export function carried(spans: Span[], before: string, after: string): Span[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;

  const moved = after.length - before.length;
  return spans.flatMap(({ start, end }) => {
    if (end <= head) return [{ start, end }];
    return start >= before.length - tail ? [{ start: start + moved, end: end + moved }] : [];
  });
}
