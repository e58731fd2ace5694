/** Requests about reminders, and those to let a task that comes back pass for once. */
import { findMentions } from "../dates/mentions.ts";
import { type Spec, specsAtStart, specsIn } from "../reminders/mentions.ts";
import { remindersOf } from "../reminders/resolve.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import { forTargets } from "./for-targets.ts";
import { isKnown } from "./known.ts";
import type { Heard, Reader } from "./readers.ts";
import { filterOf } from "./readers-find.ts";
import { isExplicit, readReference } from "./reference.ts";

/** In tokens: "an hour before, the day before at 8 and the week before on Monday at noon". */
const longestSpecs = 24;

interface Wanted {
  specs: Spec[];
  /** What is left is the task. */
  target: Range | undefined;
}

/** "remind me an hour before the dentist", "set a reminder for task 3 tomorrow at 9" */
const remind: Reader = (heard) => {
  const { reading, slots, confidence } = heard;
  const { body } = slots;
  // "set a reminder for the 14th of every month"
  if (!body || reading.recurrences.some(({ from, to }) => from >= body.from && to <= body.to))
    return undefined;
  const wanted = readWanted(reading, body);
  if (!wanted) return undefined;
  const { specs, target } = wanted;
  if (isPointed(reading, target)) return withReminders({ ...heard, slots: target ? { target } : {} }, specs);
  // "remind me tomorrow of the game" is something new, and so is what has a date.
  const isNew = !target || specs.some((spec) => "moment" in spec) || isDated(reading, target);
  const { locale, clock } = reading;
  const reminders = remindersOf(specs, undefined, locale.dates, clock);
  const added = isNew ? undefined : readAdd(reading, target, confidence, { reminders });
  return added?.operation === "add" ? [{ ...added, unless_there: true }] : undefined;
};

/** A task that is there for certain: "task 3", "the second one", the one spoken of. */
function isPointed(reading: Reading, target: Range | undefined): boolean {
  const { spoken_of = false, tasks } = reading.context;
  if (!target) return spoken_of;
  const { every: _, ...reference } = readReference(reading, target);
  if (reference.pronoun) return spoken_of;
  return isExplicit(reference) || isKnown(reference.text ?? "", tasks);
}

const changeReminder: Reader = (heard) => {
  const { reading, slots } = heard;
  const specs = slots.value && specsIn(reading, slots.value);
  // "change my reminder to call the vet to Friday" is about the task.
  if (!specs || (slots.target && specs.some((spec) => "moment" in spec))) return undefined;
  return withReminders(heard, specs, { clear: ["reminders"] });
};

function withReminders(heard: Heard, specs: Spec[], more: { clear?: ["reminders"] } = {}) {
  const { locale, clock } = heard.reading;
  const reminders = remindersOf(specs, undefined, locale.dates, clock);
  return forTargets(heard, (target) => ({
    operation: "update",
    target,
    changes: { reminders },
    ...more,
    confidence: heard.confidence,
    spans: {},
  }));
}

/** "add a 10 minute reminder to task 3" */
const remindAhead: Reader = (heard) => {
  const length = heard.reading.locale.requests.lengthOf(heard.values);
  return length && withReminders(heard, [{ minutes_before: length.amount * minutesIn[length.unit] }]);
};

/** The reminder stands first or last. */
function readWanted(reading: Reading, body: Range): Wanted | undefined {
  const first = specsAtStart(reading, body);
  if (first) return { specs: first.specs, target: named(reading, { from: first.to, to: body.to }) };
  for (let from = Math.max(body.from + 1, body.to - longestSpecs); from < body.to; from += 1) {
    const specs = specsIn(reading, { from, to: body.to });
    if (specs) return { specs, target: named(reading, { from: body.from, to: from }) };
  }
  return undefined;
}

function named({ tokens, locale }: Reading, { from, to }: Range): Range | undefined {
  const { noun_leads } = locale.references;
  const { leads } = locale.dates;
  const isLead = (at: number) => noun_leads.has(tokens[at]!.word) || leads.has(tokens[at]!.word);
  while (from < to && isLead(from)) from += 1;
  const { prepositions } = locale.grammar;
  const trails = (word: string) => leads.has(word) || prepositions.has(word);
  while (from < to && trails(tokens[to - 1]!.word)) to -= 1;
  return from < to ? { from, to } : undefined;
}

const isDated = ({ tokens, locale, clock }: Reading, range: Range) =>
  findMentions(tokens, range, locale.dates, clock).length > 0;

const minutesIn = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_200 };

/** "snooze it for an hour", "snooze task 3 until tomorrow morning" */
const snooze: Reader = (heard) => {
  const { reading, slots, values, confidence } = heard;
  const length = reading.locale.requests.lengthOf(values);
  const wanted = slots.body && readWanted(reading, slots.body);
  if (slots.body && !wanted) return undefined;
  const [spec] = wanted ? remindersOf(wanted.specs, undefined, reading.locale.dates, reading.clock) : [];
  if (spec && !("at" in spec)) return undefined;
  const target = wanted?.target ?? slots.target;
  return forTargets({ reading, slots: target ? { target } : {} }, (task) => ({
    operation: "snooze",
    target: task,
    ...(length && { minutes: Math.max(1, length.amount * minutesIn[length.unit]) }),
    ...(spec && { until: spec.at }),
    confidence,
    spans: {},
  }));
};

const skip: Reader = (heard) => {
  const { reading, slots } = heard;
  // "skip to the next song", "skip the part about …"
  if (slots.target && !isExplicit(readReference(reading, slots.target)) && isDated(reading, slots.target))
    return undefined;
  const confidence = isPointed(reading, slots.target) ? Math.max(heard.confidence, 0.9) : heard.confidence;
  return forTargets(heard, (target) => ({ operation: "skip", target, confidence, spans: {} }));
};

const listReminders: Reader = ({ reading, slots, confidence }) => {
  const said = slots.filter && filterOf(reading, slots.filter);
  const pointed = slots.target && readReference(reading, slots.target);
  const { ordinal: _ordinal, first: _first, last: _last, ...filter } = { ...said, ...pointed };
  const range = slots.filter ?? slots.target;
  const spans = range ? { filter: spanOf(reading, range) } : {};
  return [{ operation: "list_reminders", filter, confidence, spans }];
};

/** "remove the reminder": only of a task that was spoken of. */
const unremind: Reader = ({ reading, slots, confidence }) => {
  if (!isPointed(reading, slots.target)) return undefined;
  return forTargets({ reading, slots }, (target) => ({
    operation: "update",
    target,
    changes: {},
    clear: ["reminders"],
    confidence,
    spans: {},
  }));
};

export const reminding: Record<string, Reader> = {
  remind,
  remind_ahead: remindAhead,
  change_reminder: changeReminder,
  unremind,
  snooze,
  skip,
  list_reminders: listReminders,
};
