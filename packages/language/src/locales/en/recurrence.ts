/** English recurrences. */

import type { RecurrenceWords } from "../../recurrence/words.ts";
import { byFirst } from "../../text/pattern.ts";
import { describe } from "./recurrence/describe.ts";
import { heads } from "./recurrence/heads.ts";
import { bounds, more } from "./recurrence/more.ts";
import { adverb, items } from "./recurrence/words.ts";

const words = (line: string) => new Set(line.split(" "));

const signs = words(
  "every each ever evry ea once alternate alternating mornings afternoons evenings nights weekends weekdays workdays weeknights semi half business working",
);
const completions = words("after from since following");

/** A weekday may be the first of several: "mon wed fri", "mon-wed". */
const dayLike = /mon|tue|wed|thu|fri|sat|sun/u;

export const recurrence: RecurrenceWords = {
  isSign: (token) =>
    signs.has(token.word) ||
    completions.has(token.word) ||
    adverb(token) !== undefined ||
    (dayLike.test(token.word) && items.weekdays([token], 0, false) !== undefined),
  items,
  and: words("and & or plus"),
  either: words("or"),
  through: words("to through thru till until"),
  leads: words("on due repeat repeats repeating recurring recurs happening always only"),
  fillers: words("on the every each also"),
  headsAt: byFirst(heads),
  moreAt: byFirst(more),
  bounds,
  never_after: words("next last past coming these those few several many more black good"),
  time_leads: words("at @ around about"),
  before_adjective: words("a an add schedule create plan book have need set"),
  describe,
};
