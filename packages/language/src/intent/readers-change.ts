/** Requests that change tasks. What a value is (a date, a list, a priority, a title) decides what the request is. */
import type { Intention, TaskWords } from "../meaning.ts";
import { knownAs, readMarker } from "../quick-add/markers.ts";
import { match } from "../text/pattern.ts";
import { spanOf, wordsOf } from "../text/reading.ts";
import type { Token } from "../text/tokens.ts";
import { forTargets, valueSpan } from "./for-targets.ts";
import { piecesOf } from "./pieces.ts";
import type { Heard, Reader } from "./readers.ts";
import { isExplicit, isPlainly, readReference } from "./reference.ts";
import { readRepeat } from "./repeat.ts";
import { readLabelValues, readListValue, readPriorityValue, readWhenValue } from "./values.ts";

function update(heard: Heard, changes: Partial<TaskWords>, confidence = heard.confidence) {
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
  const { reading, slots, confidence } = heard;
  if (!slots.value) {
    // "postpone it" leaves the new date to be asked for.
    return forTargets(heard, (target) => ({ operation: "reschedule", target, confidence, spans: {} }));
  }
  const severally = repeat(heard) ?? eachToItsOwn(heard);
  if (severally) return severally;
  const bare_hour = slots.target !== undefined && isExplicit(readReference(reading, slots.target));
  const moment = readWhenValue(reading, slots.value, { bare_hour });
  if (!moment) return undefined;
  const spans = valueSpan(reading, "due", slots.value);
  return forTargets(heard, (target) => ({ operation: "reschedule", target, ...moment, confidence, spans }));
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
const whenExplicit =
  (reader: Reader): Reader =>
  (heard) => {
    const { target } = heard.slots;
    return target && isPlainly(readReference(heard.reading, target)) ? reader(heard) : undefined;
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

const describe: Reader = (heard) =>
  heard.slots.value && update(heard, { description: wordsOf(heard.reading, heard.slots.value) });

const label: Reader = (heard) =>
  heard.slots.value && update(heard, { labels: readLabelValues(heard.reading, heard.slots.value) });

/** "add home to task 3": a known label, or a marker, and a task that is pointed at. */
const whenLabel =
  (reader: Reader): Reader =>
  (heard) => {
    const { reading, slots } = heard;
    if (!slots.value || !slots.target || !isPlainly(readReference(reading, slots.target))) return undefined;
    const words = reading.tokens.slice(slots.value.from, slots.value.to);
    const isLabel = (token: Token) =>
      readMarker(token)?.kind === "label" || knownAs(token.text, reading.context.labels) !== undefined;
    return words.every(isLabel) ? reader(heard) : undefined;
  };

const unlabel: Reader = (heard) => {
  const { reading, slots, confidence } = heard;
  if (!slots.value || !slots.target) return undefined;
  const remove_labels = readLabelValues(reading, slots.value);
  const spans = valueSpan(reading, "labels", slots.value);
  return forTargets(heard, (target) => ({
    operation: "update",
    target,
    changes: {},
    remove_labels,
    confidence,
    spans,
  }));
};

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

/** "tag the shed outdoors": of several words only the last is the label. */
const labelWord: Reader = (heard) =>
  heard.slots.value && heard.slots.value.to - heard.slots.value.from === 1 ? label(heard) : undefined;

export const changes: Record<string, Reader> = {
  reschedule,
  repeat,
  repeat_split: repeatSplit,
  repeat_existing: whenExplicit(repeat),
  /** "make the haircut Friday", but "make the bed" is a to-do. */
  reschedule_named: (heard) => (heard.slots.value && !repeat(heard) ? reschedule(heard) : undefined),
  label_word: labelWord,
  reschedule_existing: whenExplicit(reschedule),
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
  describe,
  label,
  label_explicit: whenExplicit(label),
  label_existing: whenLabel(label),
  unlabel,
  unlabel_existing: whenLabel(unlabel),
  shift,
  shift_existing: whenExplicit(shift),
  clear,
};
