/**
 * A sentence as one JSON line in, what it means as one JSON line out: the
 * protocol of `todo interpret --jsonl`, described in docs/language.md. The
 * words of the protocol are here and nowhere else.
 */
import {
  type Intention,
  type InterpretOptions,
  interpret,
  quickAdd,
  type Span,
  type TaskWords,
} from "@todo/language";
import { kindOf } from "@todo/language/intent/kind";
import { z } from "zod";
import { momentOf } from "./clock.ts";
import { type RuleFields, ruleFields } from "./rule-fields.ts";

const Line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  utterance: z.string(),
  reference_time: z.string().nullish(),
  timezone: z.string().nullish(),
});
type Line = z.infer<typeof Line>;

type Operation = "create" | "list" | "complete" | "delete" | "update" | "reject";

interface Answer {
  id?: string | number;
  operation: Operation;
  /** Wall clock, YYYY-MM-DDTHH:MM; T00:00 without a time. */
  dt: string | null;
  has_time: boolean;
  rrule: RuleFields | null;
  slots: {
    title: string | string[] | null;
    list: string | null;
    tags: string[];
    priority: string | null;
    datetime_text: string[];
    recurrence_text: string[];
  };
  /** How long understanding took, in milliseconds. */
  ms: number;
}

interface Refusal {
  id?: string | number;
  /** What is wrong with the line. */
  error: string;
}

/** Never throws: a line that can't be read is answered with the reason. */
export function answerLine(text: string): Answer | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: `Not JSON: ${text.slice(0, 60)}` };
  }
  const id = Line.shape.id.safeParse(Object(value).id).data;
  const refuse = (error: string): Refusal => ({ ...(id !== undefined && { id }), error });
  const { data, error } = Line.safeParse(value);
  if (error) return refuse(`Not a line to interpret: ${z.prettifyError(error).replaceAll(/\s+/g, " ")}`);
  try {
    return answerTo(data);
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause));
  }
}

function answerTo({ id, utterance, reference_time, timezone }: Line): Answer {
  const options = momentOf(reference_time, timezone);
  const start = performance.now();
  const intentions = interpret(utterance, options);
  const main = intentions.find((each) => operationOf(each) !== "reject") ?? intentions[0]!;
  const { tasks, spans } = wordsOf(main, utterance, options);
  const ms = performance.now() - start;

  const when = tasks.find((task) => task.when)?.when;
  const recurrence = tasks.find((task) => task.recurrence)?.recurrence;
  const said = (kinds: RegExp) =>
    textsAt(
      utterance,
      spans.filter(([kind]) => kinds.test(kind)).map(([, span]) => span),
    );
  const times = spans.some(([kind]) => kind.startsWith("due_time"));
  return {
    ...(id !== undefined && { id }),
    operation: operationOf(main),
    dt: when ? `${when.due_on}T${when.due_time ?? "00:00"}` : null,
    has_time: when?.due_time !== undefined,
    rrule: recurrence ? ruleFields(recurrence.rrule, times ? when?.due_time : undefined) : null,
    slots: {
      title: titleOf(main, tasks),
      list: tasks[0]?.list ?? null,
      tags: tasks[0]?.labels ?? [],
      priority: tasks[0]?.priority ?? null,
      datetime_text: said(/^due_(?:on|time)/u),
      recurrence_text: said(/^recurrence/u),
    },
    ms,
  };
}

/** Up to here we weren't asked in so many words to add something, and the whole line may be the task. */
const guessed = 0.6;

/** The words of what is to be added; of any other request those of the whole line, since a date may be in it: "what's on tomorrow at 5". */
function wordsOf(
  main: Intention,
  utterance: string,
  options: InterpretOptions,
): { tasks: TaskWords[]; spans: [kind: string, span: Span][] } {
  if (main.operation === "add" && main.confidence > guessed)
    return { tasks: main.tasks, spans: Object.entries(main.spans) };
  const { task, spans } = quickAdd(utterance, options);
  return {
    tasks: [task],
    spans: Object.entries(spans).flatMap(([kind, each]) => each.map((span): [string, Span] => [kind, span])),
  };
}

/** "add a task" says what is wanted, though not of what. */
function operationOf(intention: Intention): Operation {
  const kind = kindOf(intention) ?? "reject";
  return kind === "add" ? "create" : kind;
}

/** Each text once; what stands side by side is one. */
function textsAt(text: string, spans: Span[]): string[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, span.start).trim() === "") last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined.map(({ start, end }) => text.slice(start, end));
}

function titleOf(main: Intention, tasks: TaskWords[]): string | string[] | null {
  if ("target" in main) return main.target.text ?? null;
  if (main.operation === "list" || main.operation === "list_reminders") return main.filter.text ?? null;
  const titles = tasks.map(({ title }) => title).filter(Boolean);
  return titles.length > 1 ? titles : (titles[0] ?? null);
}
