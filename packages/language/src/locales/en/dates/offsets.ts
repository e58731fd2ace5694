/** English around lengths of time: "in two weeks", "ten days before Christmas", "3 hours from now". */

import { compile } from "../../../text/pattern.ts";
import type { LengthPhrases } from "../../locale.ts";
import { lengths } from "../lengths.ts";

const patterns = (...sources: string[]) => sources.map((source) => compile(source));

export const offsets: LengthPhrases = {
  words: lengths,
  leads: patterns(
    "in [about|around|approximately|roughly|exactly|only|just|another] [the] [next|coming|upcoming]",
    "within [the] [next]",
  ),
  edge_leads: patterns("after [about]", "(next|upcoming|coming)"),
  fillers: patterns("(time|from now|from today|hence)"),
  trails: patterns("(from|starting) (now|today|this moment|this second|this minute)", "(hence|time)"),
  edge_trails: patterns("(later|ahead|away|out|upcoming)"),
  past_trails: patterns("(ago|back|earlier|in the past)"),
  after: patterns("(after|from|past|following|since)"),
  before: patterns("(before|prior to|ahead of)"),
};
