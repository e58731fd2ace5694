/** What of the words that are left is the title: not the request around it, nor small words that led to a date. */
import { lengthAt } from "../dates/lengths.ts";
import { match, type Range } from "../text/pattern.ts";
import { type Reading, runsLeft } from "../text/reading.ts";

/** "to", "about my", a first article and a last "later" don't belong to a title. */
export function withoutLeads(reading: Reading, runs: Range[]): Range[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const from = behindLeads(reading, first, rest.length > 0);
  return withoutTails(reading, from < first.to ? [{ from, to: first.to }, ...rest] : rest);
}

/** Where a title begins; with `more` behind the range nothing of it need be left. */
export function behindLeads(reading: Reading, first: Range, more = false): number {
  const { tokens, locale } = reading;
  const { title_leads, articles } = locale.grammar;
  let from = behindOffset(reading, first);
  for (const lead of title_leads) {
    const found = match(lead, tokens, { from, to: first.to }, { prefix: true });
    if (found && (found.to < first.to || more)) from = found.to;
  }
  // A clause keeps its article: "that the parcel will come".
  const clause = from > 0 && locale.chips.clause_leads.has(tokens[from - 1]!.word);
  const behindThing = from > 0 && locale.chips.thing_leads.has(tokens[from - 1]!.word);
  const { determiners } = locale.references;
  const isLead = (word: string) => (!clause && articles.has(word)) || (behindThing && determiners.has(word));
  return from < first.to - 1 && isLead(tokens[from]!.word) ? from + 1 : from;
}

/** "call mom later": not the only words, and not what is to be done with something: "send reminder". */
function withoutTails({ tokens, locale }: Reading, runs: Range[]): Range[] {
  const words = runs.flatMap(({ from, to }) => tokens.slice(from, to));
  const [first] = words;
  const last = words.at(-1);
  const acts = words.length === 2 && first !== undefined && locale.grammar.verbs.has(first.word);
  if (!last || words.length < 2 || last.quoted || acts || !locale.chips.title_tails.has(last.word))
    return runs;
  return runs.flatMap(({ from, to }, at) => {
    const end = at === runs.length - 1 ? to - 1 : to;
    return end > from ? [{ from, to: end }] : [];
  });
}

/** "15 minutes before the show": how long before is no part of what happens. */
function behindOffset({ tokens, locale }: Reading, { from, to }: Range): number {
  const { words, before } = locale.dates.lengths;
  const start = locale.dates.leads.has(tokens[from]!.word) ? from + 1 : from;
  const length = start < to ? lengthAt(tokens, { from: start, to }, words) : undefined;
  if (!length) return from;
  const ends = before.map((each) => match(each, tokens, { from: length.to, to }, { prefix: true })?.to ?? to);
  const end = Math.min(to, ...ends);
  return end < to ? end : from;
}

/** "for", "on" and the like before a chip led to it, even where the chip doesn't hold them. */
export function withoutDangling({ tokens, locale }: Reading, runs: Range[], starts: Set<number>): Range[] {
  return runs.flatMap(({ from, to }) => {
    let end = to;
    while (
      end > from &&
      starts.has(tokens[to]?.start ?? -1) &&
      locale.dates.leads.has(tokens[end - 1]!.word)
    ) {
      end -= 1;
    }
    return end > from ? [{ from, to: end }] : [];
  });
}

const longestFrame = 12;

/** Where a request stands around a task: "remind me to …", "… please remind me". Nothing when it is all there is. */
export function framesOf(reading: Reading, range: Range, isUsed: (at: number) => boolean): Range[] {
  const frames = runsLeft(range, isUsed).flatMap((run) => framesIn(reading, run));
  const taken = frames.reduce((sum, { from, to }) => sum + to - from, 0);
  return taken < range.to - range.from ? frames : [];
}

function framesIn({ tokens, locale }: Reading, range: Range): Range[] {
  const frames: Range[] = [];
  for (let from = range.from; from < range.to; from += 1) {
    const within = { from, to: Math.min(range.to, from + longestFrame) };
    for (const { pattern, at_start } of locale.chips.framesAt(tokens[from]!)) {
      const found =
        at_start && from > range.from ? undefined : match(pattern, tokens, within, { prefix: true });
      if (!found) continue;
      // What stands in the middle is about the task: "a dentist reminder".
      const { what } = found.slots;
      frames.push(
        ...(what
          ? [
              { from, to: what.from },
              { from: what.to, to: found.to },
            ]
          : [{ from, to: found.to }]),
      );
      from = found.to - 1;
      break;
    }
  }
  return frames;
}
