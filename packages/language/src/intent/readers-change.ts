/** Requests that change tasks. What a value is (a date, a list, a priority, a title) decides what the request is. */
import { findMentions } from "../dates/mentions.ts";
import type { Intention, TaskWords } from "../meaning.ts";
import { match } from "../text/pattern.ts";
import { spanOf, wordsOf } from "../text/reading.ts";
import { onlyDue } from "./due-filter.ts";
import { forTargets, valueSpan } from "./for-targets.ts";
import { startsWithVerb } from "./items.ts";
import { piecesOf } from "./pieces.ts";
import type { Heard, Reader } from "./readers.ts";
import { endsInClause, isExplicit, isPlainly, isPosition, readReference } from "./reference.ts";
import { readRepeat } from "./repeat.ts";
import { readListValue, readPriorityValue, readWhenValue } from "./values.ts";

export function update(heard: Heard, changes: Partial<TaskWords>, confidence = heard.confidence) {
  const [name = "value"] = Object.keys(changes);
  return forTargets(heard, (target) => ({
    operation: "update",
    target,
    changes,
    confidence,
    spans: heard.slots.value ? valueSpan(heard.reading, name, heard.slots.value) : {},
  }));
}

const reschedule: Reader = (heard) => {
  const { reading, slots, values, confidence } = heard;
  if (!slots.value) {
    // "postpone it" leaves the new date to be asked for.
    return forTargets(heard, (target) => ({ operation: "reschedule", target, confidence, spans: {} }));
  }
  const severally = repeat(heard) ?? eachToItsOwn(heard);
  if (severally) return severally;
  const bare_hour =
    values.bare_hour !== undefined ||
    (slots.target !== undefined && isExplicit(readReference(reading, slots.target)));
  const moment = readWhenValue(reading, slots.value, { bare_hour });
  // "everything in work that is due tomorrow" moves nothing.
  if (!moment || (slots.target && endsInClause(reading, slots.target))) return undefined;
  const spans = valueSpan(reading, "due", slots.value);
  return forTargets(heard, (target) => ({ operation: "reschedule", target, ...moment, confidence, spans }));
};

/** Where no word parts them, the task ends where the date begins: “meeting peer ko kar do”, "do the first one tomorrow". */
const splitAtDate =
  (reader: Reader): Reader =>
  (heard) => {
    const { body } = heard.slots;
    const { tokens, locale, clock } = heard.reading;
    const { prepositions } = locale.grammar;
    const mentions = body ? findMentions(tokens, body, locale.dates, clock) : [];
    const { to: end = 0 } = mentions.at(-1) ?? {};
    // "tomorrow at 9" are two.
    const whole = (from: number) => readWhenValue(heard.reading, { from, to: end }, { bare_hour: true });
    const moment = mentions.map(({ from }) => ({ from, to: end })).find(({ from }) => whole(from));
    if (!body || !moment) return undefined;
    const { task_nouns } = locale.references;
    const isSmall = (at: number) => prepositions.has(tokens[at]!.word) || task_nouns.has(tokens[at]!.word);
    for (let at = moment.to; at < body.to; at += 1) if (!isSmall(at)) return undefined;
    let to = moment.from;
    while (to > body.from && isSmall(to - 1)) to -= 1;
    const target = { from: body.from, to };
    return to > body.from ? reader({ ...heard, slots: { target, value: moment } }) : undefined;
  };

/** "move the gym to every Tuesday" */
const repeat: Reader = (heard) => {
  const changes = heard.slots.value && readRepeat(heard.reading, heard.slots.value);
  return changes && update(heard, changes);
};

/** "repeat water plants every 3 days": the task ends where the rule begins. */
const repeatSplit: Reader = (heard) => {
  const { reading, slots } = heard;
  const { body } = slots;
  const rule = body && reading.recurrences.find(({ from, to }) => from >= body.from - 1 && to <= body.to);
  if (!body || !rule) return undefined;
  const from = Math.max(rule.from, body.from);
  let to = from;
  while (to > body.from && reading.locale.grammar.prepositions.has(reading.tokens[to - 1]!.word)) to -= 1;
  const target = to > body.from && { from: body.from, to };
  return repeat({ ...heard, slots: { ...(target && { target }), value: { from, to: body.to } } });
};

/** "make walk the dog daily": with a second verb it is a task that is made something; "make the bed daily" is one to do. */
const repeatDeed: Reader = (heard) => {
  const { tokens, locale } = heard.reading;
  const { body } = heard.slots;
  const isDeed =
    body &&
    startsWithVerb(heard.reading, body) &&
    tokens.slice(body.from + 1, body.from + 3).some(({ word }) => locale.references.determiners.has(word));
  return isDeed ? repeatSplit(heard) : undefined;
};

/** "move milk to Friday and eggs to Sunday": nothing unless each has a date of its own. */
function eachToItsOwn({ reading, slots, confidence }: Heard): Intention[] | undefined {
  if (!slots.target || !slots.value) return undefined;
  const pieces = piecesOf(reading, { from: slots.target.from, to: slots.value.to });
  if (pieces.length < 2) return undefined;
  const each = pieces.map((piece) => {
    const found = match(reading.locale.requests.each_to, reading.tokens, piece)?.slots;
    const moment = found?.value && readWhenValue(reading, found.value);
    if (!found?.target || !found.value || !moment) return undefined;
    const spans = { target: spanOf(reading, found.target), ...valueSpan(reading, "due", found.value) };
    const target = readReference(reading, found.target);
    return { operation: "reschedule" as const, target, ...moment, confidence, spans };
  });
  return each.every((one) => one !== undefined) ? each : undefined;
}

/** "push it back two days", "bring the report forward by an hour" */
const shift: Reader = (heard) => {
  const { reading, values, confidence } = heard;
  const length = reading.locale.requests.lengthOf(values);
  if (!length) return undefined;
  const amount = values.direction === "earlier" ? -length.amount : length.amount;
  const said = { amount, unit: length.unit };
  return forTargets(heard, (target) => ({
    operation: "reschedule",
    target,
    shift: said,
    confidence,
    spans: {},
  }));
};

/** Only for a task that can be nothing else: "put it on Monday". */
export const whenExplicit =
  (reader: Reader): Reader =>
  (heard) => {
    const said = heard.slots.target && readReference(heard.reading, heard.slots.target);
    // "do that tomorrow at 9": tomorrow isn't which one is meant.
    const isMixed = said?.pronoun !== undefined && Object.keys(said).length > 1;
    return said && !isMixed && isPlainly(said) ? reader(heard) : undefined;
  };

/** "and the third to Saturday": without a verb only a place in a list that was shown can be meant. */
const reschedulePlace: Reader = (heard) => {
  const { reading, slots } = heard;
  const { rest } = reading.locale.references;
  if (!slots.target || !reading.context.spoken_of) return undefined;
  const isPlace =
    isPosition(readReference(reading, slots.target)) || (rest && match(rest, reading.tokens, slots.target));
  return isPlace ? reschedule(heard) : undefined;
};

const priority: Reader = (heard) => {
  const said = heard.values.level;
  const level = said === undefined ? undefined : heard.reading.locale.requests.priorities[String(said)];
  return level && update(heard, { priority: level });
};

const prioritize: Reader = (heard) => update(heard, { priority: "high" });

const move: Reader = (heard) => {
  const { reading, slots } = heard;
  if (!slots.value || !slots.target) return undefined;
  const moment = reschedule(heard);
  if (moment) return moment;
  const said = readListValue(reading, slots.value);
  const explicit = isPlainly(readReference(reading, slots.target));
  return said && (said.sure || explicit) ? update(heard, { list: said.list }) : undefined;
};

const change: Reader = (heard) => {
  const { reading, slots } = heard;
  if (!slots.value) return undefined;
  const level = readPriorityValue(reading, slots.value);
  return reschedule(heard) ?? (level ? update(heard, { priority: level }) : rename(heard));
};

/** A new title is taken as it stands: no dates or markers are looked for. */
const rename: Reader = (heard) => {
  const { reading, slots, confidence } = heard;
  if (!slots.value || !slots.target) return undefined;
  const title = wordsOf(reading, slots.value);
  const list = readListValue(reading, slots.target);
  const isList = list && reading.context.lists?.includes(list.list);
  if (isList) return [{ operation: "rename_list", list: list.list, name: title, confidence, spans: {} }];
  return update(heard, { title });
};

/** "make it Friday", "make the report urgent": without a "to" only a date or a priority makes sense. */
const make: Reader = (heard) => {
  const { reading, slots } = heard;
  if (!slots.value) return undefined;
  const level = readPriorityValue(reading, slots.value);
  return whenExplicit(reschedule)(heard) ?? (level && update(heard, { priority: level }));
};

/** "no, Friday" is about the task spoken of last. */
const instead: Reader = (heard) => {
  const { reading, slots, values, confidence } = heard;
  if (!slots.value) return undefined;
  const moment = readWhenValue(reading, slots.value, { bare_hour: values.corrects !== undefined });
  const again = repeat({ ...heard, slots: { value: slots.value } });
  if (again) return again;
  const spans = valueSpan(reading, "due", slots.value);
  const target = { pronoun: "last" as const };
  if (moment) return [{ operation: "reschedule", target, ...moment, confidence, spans }];
  const level = readPriorityValue(reading, slots.value);
  return level && [{ operation: "update", target, changes: { priority: level }, confidence, spans }];
};

/** "Friday" alone, when there is a task it can be about. */
const spokenOf: Reader = (heard) => (heard.reading.context.spoken_of ? instead(heard) : undefined);

/** "what about Monday?" */
const askDay: Reader = ({ reading, slots, confidence }) => {
  const due = slots.value && onlyDue(reading, slots.value);
  if (!slots.value || !due) return undefined;
  return [
    { operation: "list", filter: { due }, confidence, spans: { filter: spanOf(reading, slots.value) } },
  ];
};

/** "and Monday?" asks what is due then. */
const askBareDay: Reader = (heard) => {
  const { context, tokens } = heard.reading;
  return context.spoken_of && tokens.at(-1)?.after.includes("?") ? askDay(heard) : undefined;
};

const describe: Reader = (heard) =>
  heard.slots.value && update(heard, { description: wordsOf(heard.reading, heard.slots.value) });

const clear: Reader = (heard) => {
  const field = heard.reading.locale.requests.fields[String(heard.values.field)];
  return (
    field &&
    forTargets(heard, (target) =>
      field === "due_on"
        ? { operation: "reschedule", target, clear: true, confidence: heard.confidence, spans: {} }
        : {
            operation: "update",
            target,
            changes: {},
            clear: [field],
            confidence: heard.confidence,
            spans: {},
          },
    )
  );
};

export const changes: Record<string, Reader> = {
  reschedule,
  repeat,
  repeat_split: repeatSplit,
  repeat_deed: repeatDeed,
  repeat_existing: whenExplicit(repeat),
  /** "make the haircut Friday", but "make the bed" is a to-do. */
  reschedule_named: (heard) => (heard.slots.value && !repeat(heard) ? reschedule(heard) : undefined),
  reschedule_existing: whenExplicit(reschedule),
  reschedule_split: splitAtDate(reschedule),
  reschedule_split_existing: splitAtDate(whenExplicit(reschedule)),
  reschedule_place: reschedulePlace,
  /** "the others next week" */
  reschedule_place_split: (heard) =>
    heard.reading.context.spoken_of ? splitAtDate(reschedulePlace)(heard) : undefined,
  priority,
  prioritize,
  move,
  /** "put bread on the shopping list" makes a task, "put task 2 on the shopping list" moves one. */
  move_existing: whenExplicit(move),
  change,
  change_existing: whenExplicit(change),
  rename,
  rename_existing: whenExplicit(rename),
  make,
  instead,
  spoken_of: spokenOf,
  ask_day: askDay,
  ask_bare_day: askBareDay,
  describe,
  shift,
  shift_existing: whenExplicit(shift),
  clear,
};
