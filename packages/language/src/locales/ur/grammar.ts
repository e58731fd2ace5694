/** Urdu words that hold sentences together or tell what a sentence is about. */
import { compile } from "../../text/pattern.ts";
import { blank } from "../blank.ts";
import type { Locale } from "../locale.ts";
import { isInfinitive } from "./prepare.ts";

const words = (line: string) => new Set(line.split(" "));
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

export const grammar: Locale["grammar"] = {
  ...blank.grammar,
  connectors: words("aur phir"),
  endsAction: isInfinitive,
  prepositions: words("ka ki ke ko se par mein wala"),
  object_pronouns: words("woh usay isay usko isko"),
  articles: words("aik"),
  title_leads: patterns("(keh|mujhe|hamein)"),
  not_tasks: patterns(
    "[aaj|kal|guzra-kal] mausam",
    "[mujhe|hamein] [koi|aik] (lateefa|gana|kahani|khabrein)",
  ),
  questions: words("kya kaun kab kahan kaisa kyun kitne"),
  task_topics: words("kaam list lists"),
  list_nouns: words("list"),
  generic_lists: words("list fehrist فہرست kaam کام task"),
};
