/** What a language brings along to speak of what comes back. */
import type { Pattern, Value } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";
import type { Draft } from "./draft.ts";
import type { Item } from "./groups.ts";
import type { Frequency, Rule } from "./rule.ts";

/** One way to say that something comes back, or a piece of it: "every #weekdays", "for #count times". */
export interface RecurrencePhrase {
  /** Over groups: an enumeration is one token, told apart by the classes of `ofGroup`. */
  pattern: Pattern;
  /** Nothing when the words make no sense together. */
  read: (values: Record<string, Value>) => Draft | undefined;
  /** Only where the text ends or a date follows: "yoga Tuesdays 6pm", but not "Tuesdays with Morrie". */
  at_edge?: true;
  /** Only where a phrase may end, whatever is read behind it: "every 5th", but not "every 5th customer". */
  before_edge?: true;
  /** Elsewhere it may describe what comes back: "a weekly meeting". */
  adverb?: true;
  /** Only with one of these frequencies in front. */
  behind?: Frequency[];
}

export interface RecurrenceWords {
  /** Whether a text with this token may speak of a recurrence at all. */
  isSign: (token: Token) => boolean;
  /** What enumerations are made of, each read at a token; `behind` another of its kind a bare number is one as well. */
  items: Record<
    "weekdays" | "months" | "times" | "numbers",
    (tokens: Token[], at: number, behind: boolean) => Item | undefined
  >;
  /** "Monday and Friday" */
  and: Set<string>;
  /** Those of them that leave a choice: "Monday or Friday". */
  either: Set<string>;
  /** May stand before a head and say nothing more: "repeating every week". */
  leads: Set<string>;
  /** "Monday through Friday", of weekdays alone: months have a beginning and an end. */
  through: Set<string>;
  /** "Monday and on Friday" */
  fillers: Set<string>;
  headsAt: (token: Token) => RecurrencePhrase[];
  /** What may stand behind a head. */
  moreAt: (token: Token) => RecurrencePhrase[];
  /** Words before the first or, with `ends`, the last day; with `last` a whole month is meant up to its end. */
  bounds: { pattern: Pattern; ends?: true; last?: true }[];
  /** Days behind these are certain ones: "the next Fridays". */
  never_after: Set<string>;
  /** Before an hour: "every Monday at 8". */
  time_leads: Set<string>;
  /** Before an adverb that describes what comes back: "a weekly meeting". */
  before_adjective: Set<string>;
  /** The rule in words that are understood again. */
  describe: (rule: Rule, after_completion: boolean) => string;
}
