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
  const t = (key: string, values: Record<string, string | number> = {}): string => {
    const message = catalogue[key];
    if (message === undefined) throw new Error(`There is no message “${key}” here.`);
    const sentence =
      typeof message === "string" ? message : (message[plural.select(Number(values.count))] ?? message.other);
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : written(value);
    });
  };
  return Object.assign(t, { knows: (key: string): key is MessageKey => Object.hasOwn(catalogue, key) });
}
