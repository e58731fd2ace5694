/** Finds the list that a task's words name: "for the work list", "to groceries". */
import type { Range } from "../text/pattern.ts";
import { wordsOf } from "../text/reading.ts";
import type { Token } from "../text/tokens.ts";
import { type Desk, isAtEnd, sweep, take } from "./desk.ts";
import { knownAs } from "./markers.ts";
import { behindLeads } from "./title.ts";

export function takeListPhrase(desk: Desk) {
  const { chips } = desk.reading.locale;
  for (const pattern of desk.task.list === undefined ? chips.no_list : []) {
    const gone = sweep(desk, pattern, (range) => {
      if (!isAtEnd(desk, range.to)) return false;
      for (let at = range.from; at < range.to; at += 1) desk.taken.add(at);
      return true;
    });
    if (gone) return;
  }
  for (const pattern of chips.list) {
    if (desk.task.list !== undefined) return;
    sweep(desk, pattern, (range, { slots }) => {
      const said = slots.list!;
      const acts = desk.reading.locale.grammar.verbs.has(desk.reading.tokens[said.from]!.word);
      // "to get the grocery list" is what to do.
      if (said.to - said.from > 4 || (acts && said.to - said.from > 1)) return false;
      takeList(desk, said, range);
      return true;
    });
  }
  if (desk.task.list === undefined) sweep(desk, chips.list_lead, (range) => takeKnownList(desk, range));
  const { list_tail } = chips;
  if (desk.task.list === undefined && list_tail)
    sweep(desk, list_tail, (range) => takeListBefore(desk, range));
}

function takeList(desk: Desk, name: Range, range: Range) {
  const words = wordsOf(desk.reading, name);
  desk.task.list = knownAs(words, desk.reading.context.lists) ?? words;
  take(desk, "list", range);
}

/** "to groceries" at the end, when there is a list of that name. The longest name wins. */
function takeKnownList(desk: Desk, lead: Range): boolean {
  const { reading, range } = desk;
  if (lead.from === range.from) return false;
  // "I have to work"
  if (reading.locale.chips.never_list_after.has(reading.tokens[lead.from - 1]!.word)) return false;
  for (let to = Math.min(range.to, lead.to + 5); to > lead.to; to -= 1) {
    const name = { from: lead.to, to };
    const known = knownAs(wordsOf(reading, name), reading.context.lists) !== undefined;
    const likely = known || isUsualList(desk, name) || isNewList(desk, lead, name);
    if (!likely || !isAtEnd(desk, to)) continue;
    takeList(desk, name, { from: lead.from, to });
    return true;
  }
  return false;
}

/** The same where the language says "groceries in". */
function takeListBefore(desk: Desk, tail: Range): boolean {
  const { reading, range } = desk;
  for (let from = Math.max(range.from, tail.from - 4); from < tail.from; from += 1) {
    const name = { from, to: tail.from };
    if (knownAs(wordsOf(reading, name), reading.context.lists) === undefined || !isAtEnd(desk, tail.to))
      continue;
    takeList(desk, name, { from, to: tail.to });
    return true;
  }
  return false;
}

/** "milk to groceries", but "drive to work" is an action. */
function isUsualList({ reading, range, spoken }: Desk, name: Range): boolean {
  const { usual_lists, verbs } = reading.locale.grammar;
  const { goes_to, new_list_lead, placed_lead } = reading.locale.grammar;
  const lead = reading.tokens[name.from - 1]!.word;
  const leads =
    new_list_lead.has(lead) || placed_lead.has(lead) || reading.locale.references.determiners.has(lead);
  if (!spoken || !leads || goes_to.has(reading.tokens[name.from - 2]?.word ?? "")) return false;
  const does = verbs.has(reading.tokens[behindLeads(reading, range)]?.word ?? "");
  return !does && usual_lists.has(wordsOf(reading, name).toLowerCase());
}

/**
 * "pay rent to Home", "soap to camping tomorrow": a capital or a date behind it makes a list that nobody has yet,
 * where the words before don't lead anywhere themselves, as in "trip to Berlin".
 */
function isNewList({ reading, range, new_lists, placed }: Desk, lead: Range, name: Range): boolean {
  const { tokens, locale } = reading;
  const { new_list_lead, placed_lead, goes_to, usual_lists, verbs } = locale.grammar;
  const names = tokens.slice(name.from, name.to);
  if (!new_lists || !names.every(couldName) || lead.to - lead.from > 1) return false;
  const { word } = tokens[lead.from]!;
  const areCapital = names.every(({ text }) => /^\p{Lu}.*\p{Ll}/u.test(text));
  const [only, ...more] = names as [Token, ...Token[]];
  if (placed && placed_lead.has(word)) return areCapital || (more.length === 0 && usual_lists.has(only.word));

  const before = tokens.slice(range.from, lead.from);
  if (!new_list_lead.has(word) || before.some((each) => goes_to.has(each.word))) return false;
  if (areCapital) return true;
  const dated = name.to < range.to;
  if (!dated || more.length > 0) return false;
  return usual_lists.has(only.word) || !(verbs.has(before[0]!.word) || verbs.has(only.word));
}

const couldName = ({ text, quoted }: Token) => !quoted && /^\p{L}[\p{L}\p{M}'’-]*$/u.test(text);
