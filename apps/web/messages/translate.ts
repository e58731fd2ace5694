/** t(): a sentence by its key, with its values put in. */
import type { Catalogue, Manner, MessageKey, SayAll } from "./messages.ts";

/** Around what people wrote, in sentences from right to left: it keeps its own direction (Unicode's FSI and PDI). */
const [ISOLATE, END] = ["\u2068", "\u2069"];

/** The locale decides about plurals and digits. Throws for a key that isn't in the catalogue. */
export function translator(catalogue: Catalogue, { locale, direction }: Manner): SayAll {
  const plural = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });

  const written = (value: string | number) => {
    if (typeof value === "number") return digits.format(value);
    return direction === "rtl" && value !== "" ? `${ISOLATE}${value}${END}` : value;
  };
  const sentenceOf = (key: string, values: Record<string, string | number>) => {
    const message = catalogue[key];
    if (message === undefined) throw new Error(`There is no message “${key}” here.`);
    return typeof message === "string"
      ? message
      : (message[plural.select(Number(values.count))] ?? message.other);
  };
  const t = (key: string, values: Record<string, string | number> = {}): string =>
    sentenceOf(key, values).replace(PLACEHOLDER, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : written(value);
    });
  const knows = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
  const attempt = (key: string, given: Record<string, unknown>) => {
    if (!knows(key)) return undefined;
    const values = Object.fromEntries(Object.entries(given).filter(isSayable));
    const needed = sentenceOf(key, values).matchAll(PLACEHOLDER);
    return [...needed].every(([, name = ""]) => Object.hasOwn(values, name)) ? t(key, values) : undefined;
  };
  return Object.assign(t, { knows, attempt });
}

const PLACEHOLDER = /\{(\w+)\}/g;

const isSayable = (entry: [string, unknown]): entry is [string, string | number] =>
  typeof entry[1] === "string" || typeof entry[1] === "number";
