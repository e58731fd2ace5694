/** English stretches of time, as in "push it by two days": a length without a beginning. */
import type { Shift } from "../../meaning.ts";
import type { Value, WordClasses } from "../../text/pattern.ts";
import { amount } from "./numbers.ts";

const units: Record<string, string> = {
  minute: "minute",
  min: "minute",
  hour: "hour",
  hr: "hour",
  day: "day",
  week: "week",
  wk: "week",
  month: "month",
  year: "year",
};
const letters: Record<string, string> = { m: "minute", h: "hour", d: "day", w: "week" };
const some: Record<string, number> = { couple: 2, few: 3 };

/** To be told apart inside a phrase, since a title may stand in front: "push pay rent back a week". */
export const span =
  "(#amount and a #half #spanUnit|#amount [more|extra|whole|full] #spanUnit [and a #half]|[a|another|the] #some [more] [of] #spanUnit|[a|another] #half [an|a] #spanUnit|another [#amount] #spanUnit|#shortSpan)";

export const spanClasses: WordClasses = {
  amount,
  spanUnit: ({ word }) => units[word.replace(/s$/u, "")],
  some: ({ word }) => some[word],
  half: ({ word }) => (word === "half" ? 0.5 : undefined),
  /** "2h", "3d" */
  shortSpan: ({ word }) => (/^\d{1,4}(?:m|mins?|h|hrs?|d|w)$/u.test(word) ? word : undefined),
};

export function lengthOf(values: Record<string, Value>): Shift | undefined {
  if (values.shortSpan !== undefined) {
    const [, count, letter] = /^(\d+)(\w)/u.exec(String(values.shortSpan))!;
    return { amount: Number(count), unit: letters[letter!] as Shift["unit"] };
  }
  if (values.spanUnit === undefined) return undefined;
  const said = values.amount ?? values.some;
  const count =
    (said === undefined ? (values.half === undefined ? 1 : 0) : Number(said)) + Number(values.half ?? 0);
  return wholeOf(count, String(values.spanUnit));
}

/** Half an hour is 30 minutes. */
const finer: Record<string, [number, string]> = {
  year: [12, "month"],
  month: [30, "day"],
  week: [7, "day"],
  day: [24, "hour"],
  hour: [60, "minute"],
};

function wholeOf(count: number, unit: string): Shift {
  const next = finer[unit];
  if (next && (unit === "year" || !Number.isInteger(count))) return wholeOf(count * next[0], next[1]);
  return { amount: Math.round(count), unit: unit as Shift["unit"] };
}
