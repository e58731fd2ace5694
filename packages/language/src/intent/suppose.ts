/**
 * What a message that isn't understood may be about, if there are such tasks:
 * "plants watered", "did I call mom?", "milk, eggs, bread". Whoever has the
 * tasks looks, or asks; by itself none of it is a request.
 */
import type { Intention } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, whole } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import { piecesOf } from "./pieces.ts";
import { guess, readPhrase, withoutPoliteness } from "./request.ts";

/** In words. What is longer isn't the name of a thing to get. */
const longestItem = 4;

export function suppose(reading: Reading): Intention[] | undefined {
  const range = withoutPoliteness(reading, whole(reading));
  return (
    readPhrase(reading, range, { phrasesAt: reading.locale.requests.supposedAt }) ?? bareList(reading, range)
  );
}

/** "milk, eggs, bread": things, and not a word of what to do with them. */
function bareList(reading: Reading, range: Range): Intention[] | undefined {
  const { tokens, locale } = reading;
  const pieces = piecesOf(reading, range);
  const isList =
    pieces.every(({ from, to, cut }) => cut !== "sentence" && to - from <= longestItem) &&
    tokens.slice(range.from, range.to).every(({ word }) => !locale.grammar.questions.has(word));
  const added = isList ? readAdd(reading, range, guess) : undefined;
  return added?.operation === "add" && added.tasks.length > 1 ? [added] : undefined;
}
