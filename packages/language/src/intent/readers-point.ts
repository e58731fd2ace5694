/** Requests that do something to tasks without saying how they should become: complete, reopen, delete, restore. */
import { findMentions } from "../dates/mentions.ts";
import type { Intention } from "../meaning.ts";
import { knownAs } from "../quick-add/markers.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf, wordsOf } from "../text/reading.ts";
import type { Reader } from "./readers.ts";
import { isExplicit } from "./reference.ts";
import { readTargets } from "./targets.ts";
import { couldBeName, readListValue } from "./values.ts";

type Pointing = "complete" | "reopen" | "delete" | "restore";

const point =
  (operation: Pointing): Reader =>
  ({ reading, slots, values, confidence }) => {
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
  if (target && findMentions(tokens, target, locale.dates, clock).length > 0) return undefined;
  return point("complete")(heard);
};

/** "check the oven" is a to-do, "check 3" is not. */
const completeExisting: Reader = (heard) => {
  const intentions = point("complete")(heard);
  return intentions?.every((each) => "target" in each && isExplicit(each.target)) ? intentions : undefined;
};

/** "I've watered the plants" speaks of the task "water the plants". */
const did: Reader = ({ reading, slots, confidence }) => {
  const body = slots.body;
  const verb = body && reading.locale.grammar.infinitiveOf(reading.tokens[body.from]!.word);
  if (
    !body ||
    !verb ||
    body.to - body.from < 2 ||
    reading.locale.grammar.verbs.has(reading.tokens[body.from]!.word)
  ) {
    return undefined;
  }
  const rest = wordsOf(reading, { from: body.from + 1, to: body.to });
  return [
    {
      operation: "complete",
      target: { text: `${verb} ${rest}` },
      confidence,
      spans: { target: spanOf(reading, body) },
    },
  ];
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

export const pointed: Record<string, Reader> = {
  complete: point("complete"),
  complete_existing: completeExisting,
  finish,
  reopen: point("reopen"),
  delete: point("delete"),
  restore: point("restore"),
  did,
  delete_from: deleteFrom,
  clear_list: clearList,
};
