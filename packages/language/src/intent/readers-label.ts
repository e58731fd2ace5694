/** Requests that give a task a label or take one away. */
import { knownAs, readMarker } from "../quick-add/markers.ts";
import { type Reading, wordsOf } from "../text/reading.ts";
import type { Token } from "../text/tokens.ts";
import { forTargets, valueSpan } from "./for-targets.ts";
import type { Reader } from "./readers.ts";
import { update, whenExplicit } from "./readers-change.ts";
import { isPlainly, readReference } from "./reference.ts";
import { readLabelValues } from "./values.ts";

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

/** "remove the tag garden": from whatever carries it. Its name is one that is known, or a single word. */
const unlabelAll: Reader = ({ reading, slots, confidence }) => {
  const { value } = slots;
  if (!value) return undefined;
  const label = knownAs(wordsOf(reading, value).replace(/^[@#*]/u, ""), reading.context.labels);
  const isName = value.to - value.from === 1 && couldBeLabel(reading, value.from);
  if (label === undefined && !isName) return undefined;
  const [only] = label === undefined ? readLabelValues(reading, value) : [label];
  if (only === undefined) return undefined;
  const spans = valueSpan(reading, "labels", value);
  const target = { every: true, label: only };
  return [{ operation: "update", target, changes: {}, remove_labels: [only], confidence, spans }];
};

const couldBeLabel = ({ tokens, locale }: Reading, at: number) =>
  !locale.references.determiners.has(tokens[at]!.word) &&
  !locale.grammar.object_pronouns.has(tokens[at]!.word);

/** "tag the shed outdoors": of several words only the last is the label. */
const labelWord: Reader = (heard) =>
  heard.slots.value && heard.slots.value.to - heard.slots.value.from === 1 ? label(heard) : undefined;

export const labels: Record<string, Reader> = {
  label,
  label_word: labelWord,
  label_explicit: whenExplicit(label),
  label_existing: whenLabel(label),
  unlabel,
  unlabel_all: unlabelAll,
  unlabel_existing: whenLabel(unlabel),
};
