/** Urdu words of the calendar, the clock and numbers, in the lexicon's spelling, each recognised in one token. */
import type { Value, WordClass, WordClasses } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";
import { calendarClasses } from "../en/calendar.ts";
import type { PartOfDay } from "../locale.ts";

const numbers: Record<string, number> = {
  aik: 1,
  do: 2,
  teen: 3,
  chaar: 4,
  paanch: 5,
  chay: 6,
  saat: 7,
  aath: 8,
  nau: 9,
  das: 10,
  gyarah: 11,
  barah: 12,
  pandrah: 15,
  bees: 20,
  pachees: 25,
  tees: 30,
  paintalees: 45,
  pachas: 50,
};
const ordinals: Record<string, number> = {
  pehla: 1,
  pehle: 1,
  dusra: 2,
  teesra: 3,
  chautha: 4,
  paanchwan: 5,
  aakhri: -1,
};
const weekdays: Record<string, number> = {
  peer: 1,
  mangal: 2,
  budh: 3,
  jumeraat: 4,
  jumma: 5,
  sanichar: 6,
  itwar: 7,
};
const parts: Record<string, PartOfDay> = {
  subah: "morning",
  dopahar: "afternoon",
  sehpehar: "afternoon",
  shaam: "evening",
  raat: "night",
};
const months = "january february march april may june july august september october november december".split(
  " ",
);

const own = <Of>(table: Record<string, Of>, word: string) =>
  Object.hasOwn(table, word) ? table[word] : undefined;
const numeric = (value: Value | undefined) => (typeof value === "number" ? value : undefined);

export const numberOf = ({ word }: Token): number | undefined =>
  /^#?\d{1,6}$/u.test(word) ? Number(word.replace("#", "")) : own(numbers, word);

export const ordinalOf = ({ word }: Token): number | undefined => own(ordinals, word);

/** English names are as usual as Urdu ones. */
export const weekdayOf = (token: Token): number | undefined =>
  own(weekdays, token.word) ?? numeric(calendarClasses.weekday?.(token));

export const monthOf = (token: Token): number | undefined => {
  const index = months.indexOf(token.word);
  return index >= 0 ? index + 1 : undefined;
};

export const clockOf = (token: Token): number | undefined =>
  numeric(calendarClasses.clock?.(token)) ?? numeric(calendarClasses.unsureClock?.(token));

const within =
  (low: number, high: number): WordClass =>
  (token) => {
    const value = numberOf(token);
    return value !== undefined && value >= low && value <= high ? value : undefined;
  };

export const partOf = (value: Value | undefined): PartOfDay => own(parts, String(value)) ?? "morning";

const units: Record<string, string> = {
  din: "day",
  roz: "day",
  hafta: "week",
  mahina: "month",
  saal: "year",
};

export const classes: WordClasses = {
  weekday: weekdayOf,
  month: monthOf,
  date: within(1, 31),
  year: ({ word }) => (/^(?:19|20|21)\d\d$/u.test(word) ? Number(word) : undefined),
  count: numberOf,
  unit: ({ word }) => own(units, word),
  clockUnit: ({ word }) => own({ minute: 1, ghanta: 60 }, word),
  part: ({ word }) => (own(parts, word) ? word : undefined),
  hour: within(0, 24),
  minute: within(1, 59),
  clock: (token) => numeric(calendarClasses.clock?.(token)),
  unsureClock: (token) => numeric(calendarClasses.unsureClock?.(token)),
  iso: (token) => calendarClasses.iso?.(token),
  slash: (token) => calendarClasses.slash?.(token),
};
