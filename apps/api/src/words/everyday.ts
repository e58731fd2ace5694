/**
 * What people say of their tasks as a whole, or around a request, by language. The interpreter hears requests about
 * tasks; these need a look at the lists, several calls, or are no requests at all.
 */
export interface Everyday {
  /** “I'm sick, …”, “… because I'm sick”: `aside` holds what says no more than why, `request` what is wanted. */
  asides: RegExp[];
  /** “today”, in such a reason: `day` holds it. */
  aside_day: RegExp;
  /** “I can't make it to the dentist”: `title` holds what has to be moved, and what “it” is behind that. */
  cannot: RegExp;
  /** “push”, at the beginning: nothing is brought forward by that. */
  later: RegExp;
  /** “I'll do the report tomorrow”, “… instead”: `deed` holds what is to be done; perhaps it is a task that is there. */
  intends: RegExp[];
  /** “make the”, before what is given a day or a rule. */
  gives: RegExp;
  /** “do the”, before what a task may be called. */
  doing: RegExp;

  /** “make flour a sub-task of cake”: `what` goes below `parent`. */
  below: RegExp[];
  /** “swap milk and eggs” */
  swap: RegExp;
  /** “no gym today”: `title` holds what is left out for once. */
  once: RegExp;
  /** “stop the vitamins”: `title` holds what shall not come back. */
  stop: RegExp;
  /** “make that two”, after something was added: `count` holds how many. */
  several: RegExp;
  /** The title with another count; nothing when that makes no sense. */
  counted(title: string, count: string): string | undefined;

  /** “we're out of milk”: `title` holds what is missing. */
  missing: RegExp;

  /** “plan tomorrow”: `day` holds which. */
  plan: RegExp;
  /** “plan my week” */
  week: RegExp;
  day: RegExp;
  /** “what should I do first?” */
  first: RegExp;
  /** “how many tasks are in each list?” */
  counts: RegExp;
  /** “which list has the most tasks?” */
  fullest: RegExp;
  emptiest: RegExp;

  /** Begins a question; without the words of `noise`, what it is about is left. */
  question: RegExp;
  noise: Set<string>;
}
