/**
 * What people say that only the conversation gives a meaning, by language. A message that fits is put into the words of
 * one that says all of itself, which the interpreter understands: “and butter” into “add butter”.
 */
import type { Everyday } from "./everyday.ts";

export interface FollowUps extends Everyday {
  /** “and”, “also”, “too”: there is more of what was added last. Each is taken out. */
  besides: RegExp[];
  /** “to it”, “there”, at the end: where the last addition went. */
  same_place: RegExp;
  /** “put”, before what goes there. */
  puts?: RegExp;
  /** “to my tasks”: no list, whatever came before. */
  own_tasks: RegExp;
  /** The beginning of a sentence, which names nothing to add. */
  clause: RegExp;
  add(things: string): string;

  /** Those of a group that nothing was done to yet; `those` takes their place. */
  rest: RegExp;
  those: string;
  /** “and those next week”: `what` holds what is pointed at, `when` a day; no word of what is to be done. */
  moved: RegExp;
  move(what: string, when: string): string;
  /** “what about those?” */
  look: RegExp;

  /** A message, or a title, that does no more than point at something. */
  points: RegExp;
  /** Says yes to an offer to add something. */
  take: RegExp;

  /** “the same for eggs”: what was done last; `title` holds to what. */
  same: RegExp;
  /** “not Saturday, Sunday”: `right` holds what was meant. */
  instead?: RegExp;
  /** “oops, I meant Rob”: which part of it was meant otherwise isn't told. */
  otherwise?: RegExp;
  /** “no”, “actually”, at the beginning: what was said last is corrected. */
  rather?: RegExp;
  /** “no, to my shopping list”: `place` holds where. */
  elsewhere: RegExp;
  /** “to Monday”: `place` holds where, or when. */
  whither?: RegExp;
  moveTo(place: string, several: boolean): string;
  /** “delete everything except the report”, “keep the first and delete the rest”: `deed` to all, without `kept`. */
  but: RegExp;
  keep?: RegExp;
  /** “and Monday?”: perhaps a further question; `lead` holds its “and”, `day` what is asked about. */
  further: RegExp;
  ask(day: string): string;
  /** “show me the task”, “what does it say?” */
  show: RegExp;
  show_all: RegExp;
  /** “keep them” */
  leave: RegExp;
  /** What was said to be done isn't. */
  not_so: RegExp;
  /** “actually, not the milk”: `title` holds of what. */
  not_this: RegExp;
  /** “duplicate of buy milk”, as the name of a task; `title` holds what comes after. */
  duplicate: RegExp;
  /** Of these, those that mean several. */
  duplicates: RegExp;
  /** “how far am I with the report?”; `title` holds the task. */
  steps: RegExp;
}
