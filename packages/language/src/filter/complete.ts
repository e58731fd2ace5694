/**
 * What could stand where the cursor is: for an editor's list of suggestions.
 * Goes by the words just before, so it works in text that isn't finished.
 */
import type { Span } from "../meaning.ts";
import { dateFields, priorityWords, sides, traits } from "./filter.ts";
import { name as written } from "./format.ts";

export interface FilterNames {
  labels: string[];
  lists: string[];
}

export interface Suggestion {
  /** Goes in the place of `Completion.span`. */
  text: string;
  kind: "label" | "list" | "condition" | "date";
}

export interface Completion {
  span: Span;
  /** Best first. */
  suggestions: Suggestion[];
}

const MOST = 12;
const days = [
  "today",
  "tomorrow",
  "this week",
  "next week",
  "this month",
  "friday",
  "next 7 days",
  "+3 days",
];
const daysBack = ["today", "yesterday", "this week", "last week", "this month", "last month", "last 7 days"];
const conditions = [
  "due today",
  "due before ",
  "due this week",
  ...Object.keys(priorityWords).filter((words) => /^p\d$/u.test(words)),
  ...Object.values(traits).flatMap(({ yes, no }) => [yes[0], ...no.slice(0, 1)]),
  "due ",
  "due after ",
  "completed since ",
  "created since ",
  ...Object.keys(priorityWords).filter((words) => words.includes(" ")),
  "title: ",
  "search: ",
];

const ways = Object.keys(sides).filter((way) => way !== "on" && way !== "until" && way !== "from");

/** What may be suggested besides names, without the space at its end: for who says what each means. */
export const filterKeywords = [
  ...new Set([...conditions, ...days, ...daysBack, ...ways].map((text) => text.trim())),
];

/** `cursor` is an offset in UTF-16 units, as spans are. */
export function completeFilter(text: string, cursor: number, { labels, lists }: FilterNames): Completion {
  const before = text.slice(0, cursor);
  const marked = /([@#])("[^"]*|[^\s&|()"]*)$/u.exec(before);
  if (marked) {
    const [all, mark, typed = ""] = marked;
    const begun = typed.replace(/^"/u, "");
    const marks = { "@": labels, "#": ["inbox", ...lists] };
    const [own, other] = mark === "@" ? (["@", "#"] as const) : (["#", "@"] as const);
    // Elsewhere “#” stands before labels.
    const meant = begun === "" || beginningWith(marks[own], begun).length > 0 ? own : other;
    return completion(
      cursor,
      all,
      meant === "@" ? "label" : "list",
      beginningWith(marks[meant], begun).map((one) => meant + written(one)),
    );
  }
  const [, said = "", side, begun = ""] =
    /(?:^|[\s&|(!])(due|created|added|completed|done)\s+(?:(on|before|by|until|since|from|after)\s+)?([^&|()]*)$/iu.exec(
      before,
    ) ?? [];
  const field = dateFields[said.toLowerCase()];
  if (field) {
    const known = field === "due" ? days : daysBack;
    const fitting = beginningWith([...known, ...(side ? [] : ways).map((way) => `${way} `)], begun);
    if (fitting.length > 0) return completion(cursor, begun, "date", fitting);
  }
  const phrase = /[^&|()!]*$/u.exec(before)![0].trimStart();
  const word = /\S*$/u.exec(before)![0].replace(/^.*[&|()!]/u, "");
  const whole = beginningWith(conditions, phrase);
  return whole.length > 0
    ? completion(cursor, phrase, "condition", whole)
    : completion(cursor, word, "condition", word === "" ? [] : beginningWith(conditions, word));
}

const completion = (
  cursor: number,
  typed: string,
  kind: Suggestion["kind"],
  texts: string[],
): Completion => ({
  span: { start: cursor - typed.length, end: cursor },
  suggestions: texts.slice(0, MOST).map((text) => ({ text, kind })),
});

/** What begins as typed, and then what has a word that does. */
function beginningWith(names: string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  const starts = names.filter((one) => one.toLowerCase().startsWith(wanted));
  const holds = names.filter((one) => !starts.includes(one) && one.toLowerCase().includes(` ${wanted}`));
  return wanted === "" ? starts : [...starts, ...holds];
}
