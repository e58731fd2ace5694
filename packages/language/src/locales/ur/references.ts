/** Urdu ways to point at tasks: "kaam number 3", "woh", "dusra wala", "aaj ke kaam". */
import { compile } from "../../text/pattern.ts";
import { blank } from "../blank.ts";
import type { Locale } from "../locale.ts";
import { numberOf, ordinalOf } from "./words.ts";

const words = (line: string) => new Set(line.split(" "));
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

export const references: Locale["references"] = {
  ...blank.references,
  last: patterns("(woh|ye|usay|isay|usko|isko) [wala] [kaam]"),
  last_all: patterns("(unhein|woh sab|ye sab|(in|ان) sab|dono) [ko]", "sab ko"),
  ordinals: [compile("#nth [wala] [kaam]", { nth: ordinalOf })],
  number_fillers: words("kaam number aur ko"),
  number_ranges: words("se tak"),
  numbers: numberOf,
  every: patterns("(sab|har) [mera]"),
  everything: patterns("(sab|har) [mera] [kaam]", "sab kuch"),
  determiners: words("mera ye woh aik hamara"),
  possessives: words("mera hamara"),
  task_nouns: words("kaam"),
  fillers: patterns("(jo|ke|ki|ka|wala)"),
  filter_fillers: words(
    "mujhe mera sab kaam kya karna lazim ke ki ka paas kitne hain hai mein ko jo wala list se tha kiya aur abhi",
  ),
  status: [
    { pattern: compile("(na|nahi|ghair) (mukammal|kiya)"), status: "pending" },
    { pattern: compile("(baki|baqi|adhoora)"), status: "pending" },
    { pattern: compile("(mukammal|khatam|poora|done|kiya) [shuda|hue]"), status: "completed" },
  ],
  overdue: patterns("(late|overdue|der se|waqt guzra|زائد المیعاد)"),
};
