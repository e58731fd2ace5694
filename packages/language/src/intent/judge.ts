/**
 * Weighs what the phrases of the language say against what a network learned
 * from many people's sentences. Phrases are exact about what is meant but take
 * any "book a flight" for a to-do; the network knows what people ask of whom.
 * Neither decides alone: what the phrases say is among what the network looks at.
 */
import type { Intention, Reference } from "../meaning.ts";
import { type Reading, whole } from "../text/reading.ts";
import { isErrand } from "./errand.ts";
import { gather } from "./gather.ts";
import { startsWithVerb } from "./items.ts";
import { classOf } from "./kind.ts";
import { isKnown } from "./known.ts";
import { featuresOf } from "./model/features.ts";
import { type Class, classes, probabilities } from "./model/network.ts";
import { network } from "./model/weights.ts";
import { speaksOfTasks } from "./readers-find.ts";
import { isPosition } from "./reference.ts";
import { guess, sure, withoutPoliteness } from "./request.ts";
import { suppose } from "./suppose.ts";

/** Below this a message is about something else. Chosen so that of more than 150 such messages one is mistaken for ours. */
const leastAsked = 0.33;
/** For phrases that hardly anybody uses for something else: "mark … as done", "set the priority of … to high". */
const leastFirm = 0.03;
/** For "add …", of whatever: people say it to music players and calculators as well. */
const leastAdded = 0.1;
/** The phrases may be right against the network while it holds theirs for this many times less likely. */
const leeway = 3;
const leewayFirm = 60;
const firm = 0.9;
const certain = 0.95;
/** Of phrases that say in so many words what is to be done. */
const undeniable = 1;

export function judge(reading: Reading, heard: Intention[]): Intention[] {
  const { cues } = reading.locale;
  const decided = cues
    ? decide(reading, heard, probabilities(network, featuresOf(reading.tokens, cues, heard)))
    : heard;
  return supposed(reading, heard, decided) ?? decided;
}

/** What wasn't understood may still be about tasks that are there. Nothing changes for what was. */
function supposed(reading: Reading, heard: Intention[], decided: Intention[]): Intention[] | undefined {
  const [first, ...more] = decided;
  if (!first || more.length > 0) return undefined;
  // "did I call mom" begins like "did the dishes", "dentist moved to Friday" ends like a task for Friday.
  const isAsked = heard.some((each) => each.operation === "add" && !isGuessed(each));
  // A look at everything, for want of words that say at what.
  const isBlank =
    first.operation === "list" &&
    Object.keys(first.filter).length === 0 &&
    !heard.some(({ operation }) => operation === "list") &&
    !speaksOfTasks(reading, whole(reading));
  const isDoubtful = first.operation === "complete" || (first.operation === "add" && !isAsked) || isBlank;
  if (first.operation !== "reject" && !isDoubtful) return undefined;
  const perhaps = suppose(reading);
  const [only] = perhaps ?? [];
  if (!perhaps || !only) return undefined;
  const isOther = only.operation !== "add" && only.operation !== first.operation;
  if (first.operation === "reject") {
    // "got the apples and the pears" is about what is there, if anything.
    const isAbout = first.perhaps?.some((each) => "target" in each);
    return isOther || (first.reason === "unclear" && !isAbout) ? [{ ...first, perhaps }] : undefined;
  }
  return isOther ? [{ ...shrug("unclear", first.confidence), perhaps }] : undefined;
}

export function decide(reading: Reading, heard: Intention[], said: Record<Class, number>): Intention[] {
  if (heard.every((each) => isBeyondDoubt(reading, each)) || isErrand(reading, heard)) return heard;
  if (1 - said.reject < least(reading, heard)) return [declined(heard, said.reject)];

  if (heard.every(isOfTime)) return heard;

  // "milk", "Friday": one word asks for nothing.
  if (reading.tokens.length === 1 && heard.every(({ operation }) => operation === "reject")) return heard;

  const best = classes.reduce((one, other) =>
    other !== "reject" && (one === "reject" || said[other] > said[one]) ? other : one,
  );
  // "set a timer": said to a clock, however much it sounds like a reminder.
  const [first] = heard;
  if (
    first?.operation === "reject" &&
    first.reason === "not_about_tasks" &&
    best === "add" &&
    said.add < certain
  )
    return heard;
  // "take out trash tonight": to be done out there.
  if (best === "delete" && heard.every(isGuessed) && isDeed(reading, heard)) return heard;
  const kinds = new Set(heard.map(({ operation }) => classOf[operation]));
  const room = heard.some((each) => isFirm(reading, each)) ? leewayFirm : heard.every(isGuessed) ? 1 : leeway;
  const isHeard = [...kinds].some((kind) => kind && said[kind] * room >= said[best]);
  if (isHeard) return heard.map((each) => weighed(each, said));
  return best === "reject" ? heard : [gather(reading, best, said[best]) ?? unfinished(best, said[best])];
}

/** It begins with a verb of to-dos, and no word in it says that something is there to be taken off. */
function isDeed(reading: Reading, heard: Intention[]): boolean {
  const { placed, remove } = reading.locale.gathering ?? {};
  const said = withoutPoliteness(reading, whole(reading));
  const speaks = reading.tokens.some(({ word }) => placed?.has(word)) || speaksOfTasks(reading, said);
  const { word = "" } = reading.tokens[said.from] ?? {};
  const isDated = heard.every((each) => each.operation === "add" && each.tasks.some(({ when }) => when));
  return isDated && !speaks && startsWithVerb(reading, said) && !remove?.has(word);
}

function least(reading: Reading, heard: Intention[]): number {
  if (heard.some((each) => isFirm(reading, each))) return leastFirm;
  return heard.some(({ operation, confidence }) => operation === "add" && confidence > firm)
    ? leastAdded
    : leastAsked;
}

/** Small talk is in every phrase's own words; a task that is pointed at is one. */
function isBeyondDoubt({ context, tokens }: Reading, intention: Intention): boolean {
  if (intention.operation === "reject") return false;
  // "what labels do I have", "archive the work list": nobody else has any.
  if (/^(?:(?:list|archive|unarchive|empty)_|history$)/u.test(intention.operation)) return true;
  if (!classOf[intention.operation]) return true;
  // "show groceries", "undelete the milk"
  if (intention.operation === "list" && isListAlone(intention.filter, context.lists)) return true;
  // "remind me to …", "new task: …": whatever the words behind it.
  if (intention.confidence >= undeniable) return true;
  if (intention.operation === "add")
    return intention.tasks.every(({ list }) => list !== undefined && context.lists?.includes(list));
  if (!("target" in intention)) return false;
  // Said of tasks alone, by everybody.
  if (intention.operation === "reopen" || (intention.operation === "reschedule" && intention.shift))
    return true;
  const { pronoun, numbers, every, text = "" } = intention.target;
  if (every && text === "" && intention.confidence >= firm) return true;
  if (isKnown(text, context.tasks)) return true;
  if (intention.confidence < sure) return false;
  if (tokens.some(({ quoted }) => quoted)) return true;
  const points = pronoun !== undefined || isPosition(intention.target);
  return numbers !== undefined || (points && context.spoken_of === true);
}

const isListAlone = ({ list, text }: Reference, lists: string[] = []) =>
  list !== undefined && text === undefined && lists.includes(list);

/** How a task comes back, and when to speak up about it. */
function isOfTime(intention: Intention): boolean {
  if (intention.operation !== "update") return false;
  const { changes, clear = [] } = intention;
  return (
    (changes.reminders ?? changes.recurrence) !== undefined ||
    clear.includes("reminders") ||
    clear.includes("recurrence")
  );
}

function isFirm({ locale, tokens }: Reading, intention: Intention): boolean {
  const isAction = (title: string) => locale.grammar.verbs.has(title.toLowerCase().split(" ")[0]!);
  // "on the last day of each month send the invoice"
  if (
    intention.operation === "add" &&
    intention.tasks.every(({ recurrence, title }) => recurrence && isAction(title))
  )
    return true;
  if (intention.confidence < firm) return false;
  if (intention.operation === "add") {
    // "add get some sun": players and calculators are given things, not deeds.
    return intention.tasks.some(({ priority, title }) => priority !== undefined || isAction(title));
  }
  if (intention.operation === "complete" && intention.confidence <= firm) return false;
  if (intention.operation === "list") {
    const { due, status, priority, text } = intention.filter;
    const speaksOfDue = due && tokens.some(({ word }) => locale.references.due_words.has(word));
    return text === undefined && (speaksOfDue || (due?.overdue ?? status ?? priority) !== undefined);
  }
  if (!("target" in intention)) return false;
  if (intention.operation !== "update") return true;
  const { title, list } = intention.changes;
  return title === undefined && list === undefined;
}

/** Taken for a task because there is a date or a verb in it. */
const isGuessed = ({ operation, confidence }: Intention) => operation === "add" && confidence <= guess;

/** A phrase that is a guess stays one, however often people say such things. */
function weighed(intention: Intention, said: Record<Class, number>): Intention {
  const kind = classOf[intention.operation];
  if (!kind) return intention;
  const { confidence } = intention;
  return { ...intention, confidence: confidence < sure ? Math.min(confidence, said[kind]) : said[kind] };
}

function declined(heard: Intention[], confidence: number): Intention {
  const [first] = heard;
  if (!first || first.operation === "reject") return { ...shrug("not_about_tasks", confidence), ...first };
  const perhaps = heard.filter((each) => each.operation === "add" || "target" in each);
  const reason = perhaps.length > 0 ? "unclear" : "not_about_tasks";
  return { ...shrug(reason, confidence), ...(perhaps.length > 0 && { perhaps }) };
}

const unfinished = (wanted: Exclude<Class, "reject">, confidence: number): Intention => ({
  ...shrug("unclear", confidence),
  wanted,
});

const shrug = (reason: "not_about_tasks" | "unclear", confidence: number) => ({
  operation: "reject" as const,
  reason,
  confidence,
  spans: {},
});
