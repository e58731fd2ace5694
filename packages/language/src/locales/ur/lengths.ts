/** Lengths of time in Urdu: "aik ghanta", "derh ghanta", "teen din". */
import type { LengthUnit, LengthWords } from "../../dates/lengths.ts";
import { numberOf } from "./words.ts";

const units: Record<string, LengthUnit> = {
  minute: "minute",
  ghanta: "hour",
  din: "day",
  roz: "day",
  hafta: "week",
  mahina: "month",
};
const parts: Record<string, number> = { aadha: 0.5, derh: 1.5, dhai: 2.5 };

export const lengths: LengthWords = {
  amountAt(tokens, { from, to }) {
    const [first, second] = [tokens[from], tokens[from + 1]];
    if (!first || from >= to) return undefined;
    const part = parts[first.word];
    if (part !== undefined) return { value: part, to: second?.word === "aik" ? from + 2 : from + 1 };
    const half = first.word === "saarhay" && second ? numberOf(second) : undefined;
    if (half !== undefined) return { value: half + 0.5, to: from + 2 };
    const value = numberOf(first);
    return value === undefined ? undefined : { value, to: from + 1 };
  },
  unitAt(tokens, { from, to }) {
    const unit = from < to ? units[tokens[from]!.word] : undefined;
    return unit && { value: [unit, 1], to: from + 1 };
  },
  halfAt: () => undefined,
  short: () => undefined,
  joins: new Set(["aur"]),
};
