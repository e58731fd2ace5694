/** What the phrases of the language make of a message, one intention for each request in it. */
import type { Intention } from "../meaning.ts";
import { match, type Range } from "../text/pattern.ts";
import { type Reading, spanOf, whole } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import { filterOf } from "./readers-find.ts";
import { guess, readRequest, sure, withoutPoliteness } from "./request.ts";
import { requestsOf } from "./split.ts";

export function readByRules(reading: Reading): Intention[] {
  const asOne = readRequest(reading, whole(reading));
  // "never mind, undo" is a phrase of its own: nothing in it points at anything.
  if (!isRejected(asOne) && asOne.every(({ spans }) => Object.keys(spans).length === 0)) return asOne;

  if (isOfOne(asOne)) return asOne;

  const intentions: Intention[] = [];
  for (const range of requestsOf(reading, whole(reading)))
    intentions.push(...(leaningOn(reading, intentions.at(-1), range) ?? readRequest(reading, range)));
  if (intentions.length === 0) return asOne;
  return isRejected(intentions) ? intentions.slice(0, 1) : withoutPrefaces(intentions);
}

/** What means something else behind this request than it would by itself. */
function leaningOn(reading: Reading, before: Intention | undefined, range: Range): Intention[] | undefined {
  if (before?.operation === "list") return alsoShown(reading, before, range);
  return before?.operation === "add_list" ? addedToNew(reading, before.list, range) : undefined;
}

/** "create a list called Books and add Dune and Emma to it" */
function addedToNew(reading: Reading, list: string, range: Range): Intention[] | undefined {
  const { onto_it } = reading.locale.requests;
  const body = onto_it && match(onto_it, reading.tokens, withoutPoliteness(reading, range))?.slots.body;
  const added = body && readAdd(reading, body, sure, { list });
  return added && [added];
}

/** "show what's overdue, and today": a bare day behind a look is looked at as well, and moves nothing there. */
function alsoShown(reading: Reading, { confidence }: Intention, range: Range): Intention[] | undefined {
  const [only, ...more] = readRequest(reading, range);
  if (only?.operation !== "reschedule" || only.target.pronoun !== "last" || more.length > 0) return undefined;
  const { due, ...rest } = filterOf(reading, range);
  if (!due || Object.keys(rest).length > 0) return undefined;
  return [{ operation: "list", filter: { due }, confidence, spans: { filter: spanOf(reading, range) } }];
}

/** "set task 2 due Friday, urgent": several fields of one task aren't several requests. */
function isOfOne(intentions: Intention[]): boolean {
  const [first, ...more] = intentions.map(({ spans }) => spans.target?.start);
  return first !== undefined && more.length > 0 && more.every((start) => start === first);
}

const isRejected = (intentions: Intention[]) => intentions.every(({ operation }) => operation === "reject");

/** "the roof is fixed, tick it off", "no, on Friday", "that was wrong, undo it": what leans on the words before says all. */
function withoutPrefaces(intentions: Intention[]): Intention[] {
  return intentions.filter(({ operation, confidence }, at) => {
    const next = intentions[at + 1];
    if (!next) return true;
    if (next.operation === "undo" || next.operation === "redo")
      return operation !== "reject" && operation !== "no" && operation !== next.operation;
    const leans = "target" in next && next.target.pronoun === "last";
    // "find the party on my calendar and delete it": nobody notes what is then taken away.
    if (leans && next.operation === "delete" && operation === "add" && confidence <= guess) return false;
    return !leans || (operation !== "reject" && operation !== "no");
  });
}
