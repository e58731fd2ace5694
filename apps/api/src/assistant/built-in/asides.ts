/** “I'm sick, move my meetings to Friday”: what says no more than why is left out, and a task that is spoken of there is “it”. */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { asTarget } from "./choice.ts";
import { isAdd } from "./doubts.ts";
import type { Thread } from "./follow-ups.ts";
import type { Pointed } from "./intentions.ts";

export function withoutAside(
  said: string,
  _: Intention[],
  ways: FollowUps,
  thread: Thread,
): Intention[] | undefined {
  for (const pattern of ways.asides) {
    const { aside, request } = pattern.exec(said.trim())?.groups ?? {};
    if (aside === undefined || request === undefined) continue;
    // “I didn't water the plants, undo it” tells what is meant.
    if (!ways.cannot.test(aside) && !thread.read(aside).every(isNoRequest)) continue;
    const meant = thread.understand(request);
    if (meant.length === 0 || !meant.every(isOfTasksThere)) continue;
    const due = dayIn(aside, ways, thread);
    const named = thingIn(aside, ways, thread);
    return meant.map((one) => filled(one, due, named));
  }
  return undefined;
}

const isNoRequest = (one: Intention) => one.operation === "reject" || isAdd(one);

/** What is added may well be said in two sentences, so that is read as it stands. */
const isOfTasksThere = (one: Intention) => "target" in one || one.operation === "list";

/** “I don't have time today, push everything to tomorrow” is about what is due today. */
function dayIn(aside: string, ways: FollowUps, { read }: Thread): Pointed["due"] {
  const day = ways.aside_day.exec(aside)?.groups?.day;
  const [asked] = day === undefined ? [] : read(ways.ask(day));
  return asked?.operation === "list" ? asked.filter.due : undefined;
}

/** “I can't make it to the dentist on Friday, move it to Monday” */
function thingIn(aside: string, ways: FollowUps, { read }: Thread): Pointed | undefined {
  const title = ways.cannot.exec(aside)?.groups?.title;
  const [pointed, ...more] = title === undefined ? [] : read(asTarget(title));
  return pointed?.operation === "delete" && more.length === 0 && pointed.target.text
    ? pointed.target
    : undefined;
}

function filled(one: Intention, due: Pointed["due"], named: Pointed | undefined): Intention {
  if (!("target" in one)) return one;
  const isAll = one.target.every === true && Object.keys(one.target).length === 1;
  if (isAll && due) return { ...one, target: { ...one.target, due } };
  return named && one.target.pronoun === "last" ? { ...one, target: named } : one;
}
