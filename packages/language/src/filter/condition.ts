/** Reads one condition: a name, a quotation, or what words say of dates, priority and the rest. */
import { bareDays, type DateField, dateFields, type Filter, priorityWords, sides, traits } from "./filter.ts";
import { fail } from "./problem.ts";
import type { Reader } from "./reader.ts";

/** Dates are no longer than "the second wednesday after 3 june 2027". */
const LONGEST_DATE = 8;
const LONGEST_PHRASE = 3;

/** What whole phrases mean. */
const phrases = new Map<string, Filter>([
  ...Object.entries(priorityWords).map(
    ([words, priority]) => [words, { kind: "priority", priority } satisfies Filter] as const,
  ),
  ...traitNames().flatMap((trait) => {
    const is: Filter = { kind: "is", trait };
    const not: Filter = { kind: "not", of: is };
    const { yes, no } = traits[trait];
    return [...yes.map((words) => [words, is] as const), ...no.map((words) => [words, not] as const)];
  }),
]);

function traitNames() {
  return Object.keys(traits).filter((name): name is keyof typeof traits => name in traits);
}

/** Words that only make sense with more behind them, and what that may be. */
const unfinished: Record<string, string> = {
  has: "date, time, labels, reminders, subtasks or description",
  no: "date, time, labels, priority, reminders, subtasks or description",
  priority: "urgent, high, medium, low or none",
};
const isUnfinished = (word: string) => Object.hasOwn(unfinished, word);
const isField = (word: string) => word === "search:" || word === "title:";

/** The next piece begins a condition. */
export function readCondition(reader: Reader): Filter {
  const next = reader.peek()!;
  const start = next.start;
  const filter = read(reader);
  return { ...filter, span: { start, end: reader.end() } };
}

function read(reader: Reader): Filter {
  const next = reader.peek()!;
  if (next.kind === "label" || next.kind === "list") {
    reader.take();
    return { kind: next.kind, name: next.text };
  }
  if (next.kind === "quoted") {
    reader.take();
    return { kind: "phrase", text: next.text };
  }
  return readField(reader) ?? readPhrase(reader) ?? readDate(reader) ?? readWords(reader);
}

/** `title: oat milk`, `search: "oat milk"` */
function readField(reader: Reader): Filter | undefined {
  const [field] = reader.words();
  if (!field || !isField(field.text)) return undefined;
  reader.take();
  const quoted = reader.peek();
  if (quoted?.kind === "quoted") {
    reader.take();
    return { kind: field.text === "title:" ? "title" : "phrase", text: quoted.text };
  }
  const words = reader.words();
  if (words.length === 0) {
    return fail("words_missing", { after: field.typed }, field);
  }
  reader.take(words.length);
  return {
    kind: field.text === "title:" ? "title" : "words",
    text: words.map(({ typed }) => typed).join(" "),
  };
}

function readPhrase(reader: Reader): Filter | undefined {
  const words = reader.words();
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length -= 1) {
    const meant = phrases.get(joined(words.slice(0, length)));
    // "completed" alone, unless the days follow on which it was.
    if (!meant || (length === 1 && Object.hasOwn(dateFields, words[0]!.text) && saysDays(reader))) continue;
    reader.take(length);
    return meant;
  }
  const [first] = words;
  if (!first || !isUnfinished(first.text)) return undefined;
  return fail(
    "unfinished",
    { after: first.typed, wanted: unfinished[first.text]! },
    { start: first.start, end: words[1]?.end ?? first.end },
  );
}

function saysDays(reader: Reader): boolean {
  const [first, second] = reader.words();
  if (!first || !second) return false;
  return Object.hasOwn(sides, second.text) || daysAt(reader, 1, dateFields[first.text]!) !== undefined;
}

function readDate(reader: Reader): Filter | undefined {
  const [first, second] = reader.words();
  if (first && bareDays.includes(first.text)) return dateFrom(reader, "due", "on", 0);
  const field = first && Object.hasOwn(dateFields, first.text) ? dateFields[first.text] : undefined;
  if (!field) return undefined;
  const side = second && Object.hasOwn(sides, second.text) ? sides[second.text] : undefined;
  return dateFrom(reader, field, side ?? "on", side ? 2 : 1);
}

/** The date whose words begin some words further on. */
function dateFrom(
  reader: Reader,
  field: DateField,
  side: Extract<Filter, { kind: "date" }>["side"],
  skip: number,
): Filter {
  const words = reader.words();
  const days = daysAt(reader, skip, field);
  const lead = words.slice(0, skip);
  const start = lead[0]?.start ?? reader.place();
  const end = (words[skip] ?? words[skip - 1])!.end;
  if (!days) {
    const said = lead.map(({ typed }) => typed).join(" ");
    return fail("day_missing", { after: said }, { start, end });
  }
  const typed = words.slice(skip, skip + days.length).map((word) => word.text);
  if (days.found === "has time") {
    return fail("has_time", { words: typed.join(" ") }, { start, end: words[skip + days.length - 1]!.end });
  }
  reader.take(skip + days.length);
  return { kind: "date", field, side, words: typed.join(" "), ...days.found };
}

/** The longest date that begins some words further on. */
function daysAt(reader: Reader, skip: number, field: DateField) {
  const words = reader.words().slice(skip, skip + LONGEST_DATE);
  for (let length = words.length; length > 0; length -= 1) {
    const found = reader.daysOf(joined(words.slice(0, length)), field);
    if (found) return { found, length };
  }
  return undefined;
}

const joined = (words: { text: string }[]) => words.map(({ text }) => text).join(" ");

/** Words up to the next condition. */
function readWords(reader: Reader): Filter {
  const found: string[] = [];
  for (let word = reader.words()[0]; word; word = reader.words()[0]) {
    if (found.length > 0 && beginsCondition(reader)) break;
    found.push(word.typed);
    reader.take();
  }
  return { kind: "words", text: found.join(" ") };
}

function beginsCondition(reader: Reader): boolean {
  const words = reader.words().slice(0, LONGEST_PHRASE);
  const [first] = words;
  if (!first) return false;
  const { text } = first;
  const isLead =
    isField(text) || isUnfinished(text) || Object.hasOwn(dateFields, text) || bareDays.includes(text);
  return isLead || words.some((_, index) => phrases.has(joined(words.slice(0, index + 1))));
}
