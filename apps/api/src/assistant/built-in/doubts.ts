/** How sure the interpreter must be, and what may have been meant when it isn't. */
import type { Intention } from "@todo/language";

export type Add = Extract<Intention, { operation: "add" }>;

/** Surer than this we act: what is added by mistake is undone with a word. */
export const UNSURE = 0.4;
/** An errand is as sure: “call mom today”. */
export const LIKELY = 0.6;
/** From here on a phrase can't be mistaken for part of a title. */
const SURE = 0.85;

export const isAdd = (one: Intention): one is Add => one.operation === "add";

/** Bare things may be taken for a search. */
export const mayNameThings = (one: Intention) =>
  isAdd(one) ||
  one.operation === "reject" ||
  (one.operation === "list" && Object.keys(one.filter).join() === "text" && one.confidence < SURE);

/** No more than the name of something: neither a request nor a day. */
export const barely = (one: Intention): boolean =>
  one.operation === "reject"
    ? (one.perhaps ?? []).every((perhaps) => !isAdd(perhaps) || !hasDay(perhaps))
    : mayNameThings(one) && !(isAdd(one) && (one.confidence >= UNSURE || hasDay(one)));

const hasDay = ({ tasks }: Add) => tasks.some(({ when }) => when);
