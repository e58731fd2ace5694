/** Cuts a message into requests. A cut needs a reason: what follows must be a request of its own. */
import type { Intention } from "../meaning.ts";
import { isReminder } from "../reminders/within.ts";
import { match, type Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";
import { startsWithVerb } from "./items.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { isPosition, readReference } from "./reference.ts";
import { readKnown, readRequest, sure, withoutPoliteness } from "./request.ts";

/** "mark milk, eggs and bread as done" is cut twice before it makes sense. */
const piecesToLookAhead = 3;
/** In tokens. What is longer is an enumeration, and its first pieces tell what it is. */
const longestRequest = 60;

export function requestsOf(reading: Reading, range: Range): Range[] {
  const pieces = piecesOf(reading, range);
  const requests: Range[] = [];
  let opening: Intention[] = [];

  pieces.forEach((piece, index) => {
    const current = requests.at(-1);
    const begins = !current || beginsRequest(reading, current, opening, pieces, index);
    if (begins) requests.push({ from: piece.from, to: piece.to });
    else current.to = piece.to;
    const request = requests.at(-1)!;
    const tells = begins || isReject(opening);
    if (tells && request.to - request.from <= longestRequest) opening = readRequest(reading, request);
  });
  return requests;
}

function beginsRequest(
  reading: Reading,
  current: Range,
  opening: Intention[],
  pieces: Piece[],
  index: number,
): boolean {
  const piece = pieces[index]!;
  if (endsWithColon(reading, current) || isPreface(reading, current)) return false;
  const adds = opening[0]?.operation === "add" || opening[0]?.operation === "add_subtasks";
  if (piece.cut === "sentence") return true;
  // "add the dentist on Friday, and remind me an hour before"
  if (adds && isReminder(reading, piece)) return false;
  if (piece.cut === "line" && !adds) return true;

  if (pointsOn(reading, opening, piece)) return false;
  // "mark task 1" makes sense only with "and task 2 as done", "on my list" only with "add dishes".
  const isBare = isReject(opening) || opening.every(isListing);
  if (isBare && strongest(reading, pieces, index, current.from) >= sure) return false;

  const best = strongest(reading, pieces, index);
  if (best >= sure) return true;
  if (adds || isReject(opening)) return false;
  if (best > 0) return true;
  return isOwnAction(reading, piece, opening);
}

/** "delete the second and the fourth": the fourth is no day. */
function pointsOn(reading: Reading, [first]: Intention[], piece: Piece): boolean {
  const points = first && "target" in first && isPosition(first.target);
  return points === true && isPosition(readReference(reading, piece));
}

/** "delete eggs and call mom": the second is something to do, unless the first named such a thing as well. */
function isOwnAction(reading: Reading, piece: Piece, opening: Intention[]): boolean {
  const polite = withoutPoliteness(reading, piece);
  if (!startsWithVerb(reading, polite) || polite.to - polite.from < 2) return false;
  const [first] = opening;
  // "finish the slides and send them to Max" is one thing to do.
  const { tokens, locale } = reading;
  const leans = tokens
    .slice(polite.from, polite.to)
    .some(({ word }) => locale.grammar.object_pronouns.has(word));
  if (leans && first && first.confidence < sure) return false;
  const text = first && "target" in first ? first.target.text : undefined;
  return text === undefined || !reading.locale.grammar.verbs.has(text.split(" ")[0]!.toLowerCase());
}

/** The confidence of the best request that begins at a piece (or before) and ends at one of the next; 0 when there is none. */
function strongest(reading: Reading, pieces: Piece[], index: number, from = pieces[index]!.from): number {
  let best = 0;
  for (const { to } of pieces.slice(index, index + piecesToLookAhead)) {
    if (to - from > longestRequest) break;
    const [first] = readKnown(reading, { from, to }) ?? [];
    const counts = first && first.operation !== "reject" && !isGuess(first);
    if (counts) best = Math.max(best, first.confidence);
    if (best >= sure) break;
  }
  return best;
}

const isReject = (intentions: Intention[]) => intentions.every(({ operation }) => operation === "reject");
const isListing = ({ operation, confidence }: Intention) => operation === "list" && confidence < sure;
/** Bare words: a noun phrase may well belong to the request before. */
const isGuess = ({ operation, confidence }: Intention) =>
  (operation === "add" || operation === "list") && confidence < sure;
/** "Hey," or "actually," in front belongs to what follows. */
const isPreface = (reading: Reading, range: Range) =>
  reading.locale.requests.openings.some((opening) => match(opening, reading.tokens, range));
const endsWithColon = ({ tokens }: Reading, { to }: Range) => /:\s*[-*•]?\s*$/u.test(tokens[to - 1]!.after);
