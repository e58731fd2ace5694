/** How Urdu says that something comes back: "har do din baad", "har peer ko", "har mahine ki 5 tareekh ko". */
import { monthAndDate } from "../../dates/days.ts";
import type { Draft } from "../../recurrence/draft.ts";
import { type Item, numbersOf, ofGroup, type Place } from "../../recurrence/groups.ts";
import type { Frequency } from "../../recurrence/rule.ts";
import type { RecurrencePhrase, RecurrenceWords } from "../../recurrence/words.ts";
import { byFirst, compile, type Value, type WordClasses } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";
import { blank } from "../blank.ts";
import { describe } from "./describe.ts";
import {
  clockOf,
  monthOf,
  numberOf,
  ordinalOf,
  partOf,
  classes as plainClasses,
  weekdayOf,
} from "./words.ts";

const words = (line: string) => new Set(line.split(" "));

const units: Record<string, [freq: Frequency, size: number]> = {
  minute: ["MINUTELY", 1],
  ghanta: ["HOURLY", 1],
  din: ["DAILY", 1],
  roz: ["DAILY", 1],
  hafta: ["WEEKLY", 1],
  mahina: ["MONTHLY", 1],
  saal: ["YEARLY", 1],
};
const adverbs: Record<string, string> = {
  rozana: "din",
  haftawar: "hafta",
  mahana: "mahina",
  salana: "saal",
};

const one =
  (read: (token: Token) => number | undefined, more: Partial<Item> = {}) =>
  (tokens: Token[], at: number): Item | undefined => {
    const value = read(tokens[at]!);
    return value === undefined ? undefined : { ...more, values: [value], to: at + 1 };
  };

/** "aakhri se dusra" is the second from the end. */
function numbers(tokens: Token[], at: number): Item | undefined {
  const place = ordinalOf(tokens[at]!);
  const other =
    place === -1 && tokens[at + 1]?.word === "se" && tokens[at + 2] ? ordinalOf(tokens[at + 2]!) : undefined;
  if (other !== undefined && other > 1) return { values: [-other], to: at + 3, ordinal: true };
  return (
    one(ordinalOf, { ordinal: true })(tokens, at) ??
    one((token) => {
      const number = numberOf(token);
      return number !== undefined && number >= 1 && number <= 366 ? number : undefined;
    })(tokens, at)
  );
}

/** "kaam ke din": Monday to Friday. */
function weekdays(tokens: Token[], at: number): Item | undefined {
  const [first, second, third] = [tokens[at]!.word, tokens[at + 1]?.word, tokens[at + 2]?.word];
  if (first === "kaam" && second === "ke" && third === "din")
    return { values: [1, 2, 3, 4, 5], to: at + 3, whole: true };
  return first === "weekend" ? { values: [6, 7], to: at + 1, whole: true } : one(weekdayOf)(tokens, at);
}

const classes: WordClasses = {
  weekdays: ofGroup((group) => group.weekdays),
  months: ofGroup((group) => group.months),
  numbers: ofGroup((group) => group.numbers),
  times: ofGroup(({ times }) => (times && times.length > 1 ? times : undefined)),
  hours: ofGroup(({ numbers: values }) => (values && values.length > 1 ? values : undefined)),
  places: ofGroup(({ places }) => (places ? JSON.stringify(places) : undefined)),
  many: ({ word }) => (Object.hasOwn(units, word) ? word : undefined),
  adverb: ({ word }) => (Object.hasOwn(adverbs, word) ? adverbs[word] : undefined),
  count: numberOf,
  part: plainClasses.part!,
  year: plainClasses.year!,
};
const say = (
  source: string,
  read: (values: Record<string, Value>) => Draft | undefined,
  more: Partial<RecurrencePhrase> = {},
): RecurrencePhrase => ({ pattern: compile(source, classes), read, ...more });

const unit = (name: unknown, count: unknown = 1): Draft => {
  const [freq, size] = units[String(name)] ?? ["DAILY", 1];
  return { freq, interval: size * Number(count) };
};
const placesOf = (value: unknown): Place[] => JSON.parse(String(value));
const after = "(mukammal|khatam|poora) hone ke";

const heads: RecurrencePhrase[] = [
  say("har #many [ko|mein]", (v) => unit(v.many)),
  say("har #count #many [ke] [baad|mein]", (v) => unit(v.many, v.count)),
  say("har dusra #many [ko]", (v) => unit(v.many, 2)),
  say("roz [roz]", () => unit("din")),
  say("#adverb", (v) => unit(v.adverb)),
  say("har #part [ko]", (v) => ({ freq: "DAILY", part: partOf(v.part) })),
  say("har #weekdays [ko|ke din|ke roz]", (v) => ({ freq: "WEEKLY", weekdays: numbersOf(v.weekdays) })),
  say("har #weekdays [ki|ko] #part [ko]", (v) => ({
    freq: "WEEKLY",
    weekdays: numbersOf(v.weekdays),
    part: partOf(v.part),
  })),
  say(`#many ${after} baad`, (v) => ({ ...unit(v.many), after_completion: true })),
  say(`${after} #count #many baad`, (v) => ({ ...unit(v.many, v.count), after_completion: true })),
];

const longer: Frequency[] = ["WEEKLY", "MONTHLY", "YEARLY"];
const more: RecurrencePhrase[] = [
  say("#weekdays [ko|ke din]", (v) => ({ weekdays: numbersOf(v.weekdays) }), { behind: longer }),
  say("[ki|ke] #numbers [tareekh] [ko]", (v) => ({ dates: numbersOf(v.numbers) }), { behind: ["MONTHLY"] }),
  say("[ki|ke] #numbers din [ko]", (v) => ({ dates: numbersOf(v.numbers) }), { behind: ["MONTHLY"] }),
  say("[ki|ke] #places [ko]", (v) => ({ places: placesOf(v.places) }), { behind: longer }),
  say("#numbers #months [ko]", (v) => ({ dates: numbersOf(v.numbers), months: numbersOf(v.months) }), {
    behind: ["YEARLY"],
  }),
  say("#months mein", (v) => ({ months: numbersOf(v.months) })),
  say("#months ke #places [ko]", (v) => ({ months: numbersOf(v.months), places: placesOf(v.places) })),
  say("#times [baje]", (v) => ({ times: numbersOf(v.times) })),
  say("#hours baje", (v) => ({ times: numbersOf(v.hours).map((hour) => hour * 60) })),
  say("#count martaba [tak]", (v) => ({ count: Number(v.count) })),
  say("#numbers #months [#year] tak", (v) => {
    const [month] = numbersOf(v.months);
    const [date] = numbersOf(v.numbers);
    return { until: monthAndDate(month!, date!, v.year === undefined ? undefined : Number(v.year)) };
  }),
];

export const recurrence: RecurrenceWords = {
  ...blank.recurrence,
  isSign: ({ word }) => word === "har" || word === "roz" || word === "hone" || Object.hasOwn(adverbs, word),
  items: { weekdays, months: one(monthOf), times: one(clockOf), numbers },
  and: words("aur ya"),
  through: words("se"),
  fillers: words("har"),
  headsAt: byFirst(heads),
  moreAt: byFirst(more),
  never_after: words("agle is guzishta"),
  time_leads: words("subah dopahar shaam raat"),
  describe,
};
