/** What the phrases of the language make of a message, one intention for each request in it. */
import type { Intention } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf, whole } from "../text/reading.ts";
import { filterOf } from "./readers-find.ts";
import { guess, readRequest } from "./request.ts";
import { requestsOf } from "./split.ts";

export function readByRules(reading: Reading): Intention[] {
  const asOne = readRequest(reading, whole(reading));
  // "never mind, undo" is a phrase of its own: nothing in it points at anything.
  if (!isRejected(asOne) && asOne.every(({ spans }) => Object.keys(spans).length === 0)) return asOne;

  const intentions: Intention[] = [];
  for (const range of requestsOf(reading, whole(reading)))
    intentions.push(...(alsoShown(reading, intentions.at(-1), range) ?? readRequest(reading, range)));
  if (intentions.length === 0) return asOne;
  return isRejected(intentions) ? intentions.slice(0, 1) : withoutPrefaces(intentions);
}

/** "show what's overdue, and today": a bare day behind a look is looked at as well, and moves nothing there. */
function alsoShown(reading: Reading, before: Intention | undefined, range: Range): Intention[] | undefined {
  if (before?.operation !== "list") return undefined;
  const [only, ...more] = readRequest(reading, range);
  if (only?.operation !== "reschedule" || only.target.pronoun !== "last" || more.length > 0) return undefined;
  const { due, ...rest } = filterOf(reading, range);
  if (!due || Object.keys(rest).length > 0) return undefined;
  const { confidence } = before;
  return [{ operation: "list", filter: { due }, confidence, spans: { filter: spanOf(reading, range) } }];
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
