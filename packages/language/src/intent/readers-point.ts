/** Requests that do something to tasks without saying how they should become: complete, reopen, delete, restore. */
import { findMentions } from "../dates/mentions.ts";
import type { Intention, Reference } from "../meaning.ts";
import { knownAs } from "../quick-add/markers.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf, wordsOf } from "../text/reading.ts";
import { onlyDue } from "./due-filter.ts";
import { isKnown } from "./known.ts";
import type { Reader } from "./readers.ts";
import { withoutDay } from "./readers-back.ts";
import { endsInClause, isExplicit, isPlainly, isPosition, readReference } from "./reference.ts";
import { readTargets } from "./targets.ts";
import { couldBeName, readListValue } from "./values.ts";

type Pointing = "complete" | "reopen" | "delete" | "restore";

const point =
  (operation: Pointing): Reader =>
  ({ reading, slots, values, confidence }) => {
    // "clean up everything that is done"
    if (slots.target && endsInClause(reading, slots.target)) return undefined;
    if (!slots.target) {
      // "it's done"
      const pronoun = values.pronoun === "last_all" ? "last_all" : "last";
      return [{ operation, target: { pronoun }, confidence, spans: {} }];
    }
    return readTargets(reading, slots.target).map(({ target, range }) => ({
      operation,
      target,
      confidence: isExplicit(target) ? Math.max(confidence, 0.9) : confidence,
      spans: { target: spanOf(reading, range) },
    }));
  };

/** "finish the report by Friday" is a to-do; "finish the report" says that it is done. */
const finish: Reader = (heard) => {
  const { target } = heard.slots;
  const { tokens, locale, clock } = heard.reading;
  const dated = target && findMentions(tokens, target, locale.dates, clock).length > 0;
  // "finish the 2nd and 4th" counts in a list.
  if (dated && !readTargets(heard.reading, target).every((each) => isPosition(each.target))) return undefined;
  return point("complete")(heard);
};

/** "I finished the report yesterday": that is when it was done, and no part of which task it is. */
const completed: Reader = (heard) => {
  const { target } = heard.slots;
  const said = point("complete")(heard);
  if (!target || said?.some((each) => "target" in each && isExplicit(each.target))) return said;
  return point("complete")({ ...heard, slots: { target: withoutDay(heard.reading, target) } });
};

/** "check the oven" is a to-do, "check 3" is not. */
const completeExisting: Reader = (heard) => {
  const intentions = point("complete")(heard);
  return intentions?.every((each) => "target" in each && isPlainly(each.target) && isTimeless(each.target))
    ? intentions
    : undefined;
};

const isTimeless = ({ due, every }: Reference) => every === true || due === undefined;

/** "do it" says that it is done, "do everything tomorrow" that it isn't. */
const doneNow: Reader = (heard) => {
  const intentions = completeExisting(heard);
  return intentions?.every((each) => "target" in each && each.target.due === undefined)
    ? intentions
    : undefined;
};

/** "the sink is fixed", when there is a task "fix the sink" */
const became: Reader = ({ reading, slots, confidence }) => {
  const { target, deed } = slots;
  const verb = deed && reading.locale.grammar.infinitiveOf(reading.tokens[deed.from]!.word);
  const thing = target && readReference(reading, target).text;
  if (!verb || !thing || deed.to - deed.from > 1) return undefined;
  const text = `${verb} ${wordsOf(reading, target)}`;
  if (!isKnown(text, reading.context.tasks)) return undefined;
  return [
    { operation: "complete", target: { text }, confidence, spans: { target: spanOf(reading, target) } },
  ];
};

/** "I've watered the plants" speaks of the task "water the plants". */
const did: Reader = ({ reading, slots, confidence }) => {
  const body = slots.body;
  const { infinitiveOf, gets } = reading.locale.grammar;
  const verb = body && infinitiveOf(reading.tokens[body.from]!.word);
  if (
    !body ||
    !verb ||
    body.to - body.from < 2 ||
    reading.locale.grammar.verbs.has(reading.tokens[body.from]!.word)
  ) {
    return undefined;
  }
  const done = withoutDay(reading, { from: body.from + 1, to: body.to });
  // "I bought milk and eggs" may be two tasks.
  return readTargets(reading, done).map(({ range }) => ({
    operation: "complete",
    target: {
      text: `${verb} ${wordsOf(reading, range)}`,
      ...(gets?.has(verb) && { or_text: readReference(reading, range).text }),
    },
    confidence,
    spans: { target: spanOf(reading, range) },
  }));
};

/** "take milk off my list", "remove eggs from groceries" */
const deleteFrom: Reader = (heard) => {
  const { reading, slots } = heard;
  const { target, list } = slots;
  if (!target || !list) return undefined;
  if (isOwnList(reading, list)) return point("delete")({ ...heard, slots: { target } });
  const said = readListValue(reading, list);
  if (!said?.sure) return undefined;
  return point("delete")({ ...heard, slots: { target } })?.map((intention) => withList(intention, said.list));
};

/** "clear my list", "clear the groceries list": all that is in it, never the list itself. */
const clearList: Reader = ({ reading, slots, confidence }) => {
  if (!slots.list) return [{ operation: "delete", target: { every: true }, confidence, spans: {} }];
  const said = couldBeName(reading, slots.list) ? readListValue(reading, slots.list) : undefined;
  const called = reading.locale.grammar.list_nouns.has(reading.tokens[slots.list.to]?.word ?? "");
  const known = said && knownAs(said.list, reading.context.lists) !== undefined;
  if (!said || !(called || known)) return undefined;
  const spans = { list: spanOf(reading, slots.list) };
  return [{ operation: "delete", target: { every: true, list: said.list }, confidence, spans }];
};

/** "clear my schedule for Friday": everything on those days. */
const clearDays: Reader = ({ reading, slots, confidence }) => {
  const due = slots.days && onlyDue(reading, slots.days);
  if (!slots.days || !due) return undefined;
  const target = { every: true, due };
  return [{ operation: "delete", target, confidence, spans: { target: spanOf(reading, slots.days) } }];
};

function withList(intention: Intention, list: string): Intention {
  return intention.operation === "delete"
    ? { ...intention, target: { ...intention.target, list } }
    : intention;
}

function isOwnList({ tokens, locale }: Reading, { from, to }: Range): boolean {
  const { generic_lists } = locale.grammar;
  return tokens
    .slice(from, to)
    .every(({ word }) => generic_lists.has(word) || locale.references.determiners.has(word));
}

/** "clear completed" */
const clearCompleted: Reader = ({ confidence }) => [
  { operation: "delete", target: { every: true, status: "completed" }, confidence, spans: {} },
];

export const pointed: Record<string, Reader> = {
  complete: point("complete"),
  completed,
  complete_existing: completeExisting,
  do: doneNow,
  finish,
  reopen: point("reopen"),
  delete: point("delete"),
  restore: point("restore"),
  did,
  became,
  delete_from: deleteFrom,
  clear_list: clearList,
  clear_completed: clearCompleted,
  clear_days: clearDays,
};
