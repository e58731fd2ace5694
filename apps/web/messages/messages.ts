/** What the catalogue is made of. Types alone: the sentences themselves come with the page, in one language. */
import type { directionOf, Language } from "@todo/contract/languages";
import type { en } from "./en/en.ts";

/** A message with `{count}` has a form for each plural category (CLDR) that its language needs; `other` is always there. */
type Message = string | Plural;
type Plural = { other: string } & { [Category in Intl.LDMLPluralRule]?: string };

export type Catalogue = Record<string, Message>;

/** What a language must bring: the keys of English, a plural where English has one. A test looks at its placeholders. */
type Translation<Original> = { [Key in keyof Original]: Original[Key] extends string ? string : Plural };

type English = typeof en;
type Workspace = English["workspace"] & English["notices"];
type Account = English["account"];

/** A language as its file brings it, in the parts of English. */
export type LanguageFile = {
  [Part in keyof English]: English[Part] extends string ? string : Translation<English[Part]>;
};

/** Those of the files. */
export type Translations = Record<Exclude<Language, "en">, LanguageFile>;

/** What pages say. */
export interface Messages {
  workspace: Translation<Workspace>;
  /** Signing in, consent and settings: not sent with the tasks. */
  account: Translation<Account>;
}

/** How it is said. */
export interface Manner {
  language: Language;
  /** BCP 47: the language in the flavour that the browser asked for. */
  locale: string;
  direction: ReturnType<typeof directionOf>;
}

type Sentence<Text> = Text extends { other: infer Other } ? Other : Text;
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Counted<Text> = Text extends { other: string } ? "count" : never;
type Names<Text> = Placeholders<Sentence<Text>> | Counted<Text>;
type Parameters<Text> = [Names<Text>] extends [never]
  ? []
  : [parameters: Record<Names<Text>, string | number>];

type Says<Part> = <Key extends keyof Part & string>(key: Key, ...parameters: Parameters<Part[Key]>) => string;

export type MessageKey = keyof Workspace;

/** Says what the workspace says. A placeholder without its value does not compile. */
export type Say = Says<Workspace> & {
  /** Whether there is such a message, for keys made of names from elsewhere. */
  knows(key: string): key is MessageKey;
  /** For keys and values from elsewhere: nothing where there is no such message, or no value for one of its placeholders. */
  attempt(key: string, values: Record<string, unknown>): string | undefined;
};

/** Says also what signing in, consent and settings say. */
export type SayAll = Say & Says<Account>;
