/** English lengths: "an hour and a half", "a couple of days", "2h30m". */
import type { Found, LengthUnit, LengthWords } from "../../dates/lengths.ts";
import type { Range } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";
import { numberAt } from "./numbers.ts";

const units: Record<string, [LengthUnit, number]> = {
  s: ["second", 1],
  sec: ["second", 1],
  second: ["second", 1],
  m: ["minute", 1],
  min: ["minute", 1],
  minute: ["minute", 1],
  h: ["hour", 1],
  hr: ["hour", 1],
  hour: ["hour", 1],
  d: ["day", 1],
  day: ["day", 1],
  night: ["day", 1],
  w: ["week", 1],
  wk: ["week", 1],
  week: ["week", 1],
  fortnight: ["week", 2],
  mo: ["month", 1],
  mth: ["month", 1],
  month: ["month", 1],
  quarter: ["month", 3],
  y: ["year", 1],
  yr: ["year", 1],
  year: ["year", 1],
  decade: ["year", 10],
};
const fractions: Record<string, number> = {
  "1/2": 0.5,
  "1/4": 0.25,
  "3/4": 0.75,
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
};
const few: Record<string, number> = { couple: 2, pair: 2, few: 3, several: 3, dozen: 12 };
const fillers = new Set("more full whole good extra additional upcoming coming".split(" "));
const workdays = new Set("business working work week".split(" "));

const word = (tokens: Token[], at: number, to: number) => (at < to ? tokens[at]!.word : "");
const isArticle = (text: string) => text === "a" || text === "an" || text === "one";

function unitOf(text: string): [LengthUnit, number] | undefined {
  const plain = text.length > 1 ? text.replace(/[’']?s?[’']?$/u, "") : text;
  return Object.hasOwn(units, text) ? units[text] : Object.hasOwn(units, plain) ? units[plain] : undefined;
}

/** "half an", "a quarter of an", "three quarters of an" */
function fractionAt(tokens: Token[], { from, to }: Range): Found<number> | undefined {
  const at = isArticle(word(tokens, from, to)) ? from + 1 : from;
  const first = word(tokens, from, to);
  const said = word(tokens, at, to);
  const written = first in fractions ? fractions[first] : undefined;
  const head: Found<number> | undefined =
    written !== undefined
      ? { value: written, to: from + 1 }
      : said === "half"
        ? { value: 0.5, to: at + 1 }
        : said === "quarter" && unitOf(word(tokens, at + 1, to).replace(/^of$/u, "hour"))?.[0] === "hour"
          ? { value: 0.25, to: at + 1 }
          : /^three-quarters?$/u.test(first)
            ? { value: 0.75, to: from + 1 }
            : first === "three" && /^quarters?$/u.test(word(tokens, from + 1, to))
              ? { value: 0.75, to: from + 2 }
              : undefined;
  if (!head) return undefined;
  let end = head.to;
  if (word(tokens, end, to) === "of") end += 1;
  if (isArticle(word(tokens, end, to))) end += 1;
  return { value: head.value, to: end };
}

function amountAt(tokens: Token[], range: Range): Found<number> | undefined {
  const { from, to } = range;
  const fraction = fractionAt(tokens, range);
  if (fraction) return fraction;
  const first = word(tokens, from, to);
  const article = isArticle(first) || first === "the";
  const some = article ? from + 1 : from;
  const vague = few[word(tokens, some, to)];
  if (vague !== undefined) {
    const end = word(tokens, some + 1, to) === "of" ? some + 2 : some + 1;
    return { value: vague, to: skipFillers(tokens, end, to) };
  }
  const digits = /^[+~]?(\d{1,5}(?:\.\d{1,2})?)$/u.exec(first);
  const count = digits ? { value: Number(digits[1]), to: from + 1 } : numberAt(tokens, range);
  if (!count) return isArticle(first) ? { value: 1, to: skipFillers(tokens, from + 1, to) } : undefined;
  const half =
    halfAt(tokens, { from: count.to, to }) ??
    (word(tokens, count.to, to) === "and" && word(tokens, count.to + 1, to) === "half"
      ? { value: 0.5, to: count.to + 2 }
      : undefined);
  const end = half?.to ?? count.to;
  return { value: count.value + (half?.value ?? 0), to: skipFillers(tokens, end, to) };
}

function skipFillers(tokens: Token[], at: number, to: number): number {
  return fillers.has(word(tokens, at, to)) ? at + 1 : at;
}

function halfAt(tokens: Token[], { from, to }: Range): Found<number> | undefined {
  if (from + 2 >= to || tokens[from]!.word !== "and" || !isArticle(tokens[from + 1]!.word)) return undefined;
  const said = tokens[from + 2]!.word;
  if (said !== "half" && said !== "quarter") return undefined;
  return { value: said === "half" ? 0.5 : 0.25, to: from + 3 };
}

function unitAt(tokens: Token[], { from, to }: Range): Found<[LengthUnit, number]> | undefined {
  const isWorkday = workdays.has(word(tokens, from, to)) && /^days?$/u.test(word(tokens, from + 1, to));
  if (isWorkday) return { value: ["workday", 1], to: from + 2 };
  if (/^(?:work|week)days?$/u.test(word(tokens, from, to))) return { value: ["workday", 1], to: from + 1 };
  const unit = unitOf(word(tokens, from, to));
  return unit && { value: unit, to: from + 1 };
}

/** "2h", "30min", "1h30m", "2h30", "1.5h", "1/4h", "15'" */
function short({ word, after }: Token): Partial<Record<LengthUnit, number>> | undefined {
  if (!/^[+~]?\d/u.test(word)) return undefined;
  if (/^\d{1,3}$/u.test(word) && /^["'′″]/u.test(after)) {
    return { [/^['′]/u.test(after) ? "minute" : "second"]: Number(word) };
  }
  const length: Partial<Record<LengthUnit, number>> = {};
  let rest = word.replace(/^[+~]/u, "");
  while (rest) {
    const part = /^(\d\/\d|\d{1,4}(?:\.\d{1,2})?)(\p{L}+)/u.exec(rest);
    const unit = part ? unitOf(part[2]!) : undefined;
    if (!part || !unit || unit[0] in length) return tail(length, rest);
    length[unit[0]] = (fractions[part[1]!] ?? Number(part[1])) * unit[1];
    rest = rest.slice(part[0].length);
  }
  return length;
}

function tail(length: Partial<Record<LengthUnit, number>>, rest: string) {
  return length.hour !== undefined && /^[0-5]\d$/u.test(rest)
    ? { ...length, minute: Number(rest) }
    : undefined;
}

export const lengths: LengthWords = { amountAt, unitAt, halfAt, short, joins: new Set(["and", "&", "plus"]) };
