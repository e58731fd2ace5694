/** t(): a sentence by its key. Placeholders and plurals are checked by the types, so a missing one does not compile. */
import { en } from "./en.ts";

type Message = string | { one: string; other: string };

type Sentence<Text> = Text extends { other: infer Other } ? Other : Text;
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Counted<Text> = Text extends { other: string } ? "count" : never;
type Names<Text> = Placeholders<Sentence<Text>> | Counted<Text>;
type Parameters<Text> = [Names<Text>] extends [never]
  ? []
  : [parameters: Record<Names<Text>, string | number>];

const plural = new Intl.PluralRules("en");

/** A function that says these messages. One with `one` and `other` picks by its `{count}`. */
export const translator =
  <Messages extends Record<string, Message>>(messages: Messages) =>
  <Key extends keyof Messages & string>(key: Key, ...[parameters]: Parameters<Messages[Key]>): string => {
    const message: Message = messages[key]!;
    const values: Record<string, string | number> = parameters ?? {};
    const sentence =
      typeof message === "string"
        ? message
        : message[plural.select(Number(values.count)) === "one" ? "one" : "other"];
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };

export type MessageKey = keyof typeof en;

export const t = translator(en);
