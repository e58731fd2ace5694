/** The languages that the server's own sentences exist in. A new one is a folder beside the others and a name here. */
import type { Language } from "@todo/contract";
import { en } from "./en/en.ts";
import { followUps as english } from "./en/follow-ups.ts";
import type { FollowUps } from "./follow-ups.ts";
import { followUps as urdu } from "./ur/follow-ups.ts";
import { ur } from "./ur/ur.ts";
import type { Words } from "./words.ts";

const spoken: { [Name in Language]?: Words } = { en, ur };

/** English where the web app speaks a language that the server doesn't. */
export const wordsOf = (language: Language): Words => spoken[language] ?? en;

/** A message of two words hardly tells which language it is in, so all are tried. */
export const followUps: FollowUps[] = [english, urdu];
