/** t(): a sentence by its key. Placeholders and plurals are checked by the types, so a missing one does not compile. */
import { en } from "./en.ts";

type Messages = typeof en;
export type MessageKey = keyof Messages;

type Sentence<Key extends MessageKey> = Messages[Key] extends { other: infer Other } ? Other : Messages[Key];
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Counted<Key extends MessageKey> = Messages[Key] extends { other: string } ? "count" : never;
type Names<Key extends MessageKey> = Placeholders<Sentence<Key>> | Counted<Key>;
type Parameters<Key extends MessageKey> = [Names<Key>] extends [never]
  ? []
  : [parameters: Record<Names<Key>, string | number>];

const plural = new Intl.PluralRules("en");

/** A message with `one` and `other` picks by its `{count}`. */
export function t<Key extends MessageKey>(key: Key, ...[parameters]: Parameters<Key>): string {
  const message: string | { one: string; other: string } = en[key];
  const values: Record<string, string | number> = parameters ?? {};
  const sentence =
    typeof message === "string"
      ? message
      : message[plural.select(Number(values.count)) === "one" ? "one" : "other"];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
