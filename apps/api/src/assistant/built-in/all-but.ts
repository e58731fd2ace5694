/** “everything except the report”, “keep the first and delete the rest”: some of them stay as they are. */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { asTarget } from "./choice.ts";
import type { Thread } from "./follow-ups.ts";
import type { Pointed } from "./intentions.ts";
import { theRest } from "./pointers.ts";

export function allBut(
  said: string,
  _: Intention[],
  ways: FollowUps,
  { focus, read }: Thread,
): Intention[] | undefined {
  const groups = (ways.but.exec(said.trim()) ?? ways.keep?.exec(said.trim()))?.groups;
  const { kept, deed, to } = groups ?? {};
  if (kept === undefined || deed === undefined) return undefined;
  const understood = (what: string) => {
    const meant = theRest(what, [], ways, { read }) ?? read(what);
    return meant.every(isOfMany) ? meant : undefined;
  };
  // “everything except milk to Friday”, “everything except the letter to mom”
  const moved = to === undefined ? undefined : understood(deed + to);
  const meant = moved ?? understood(deed);
  const stays = moved || to === undefined ? kept : kept + to;
  if (!meant) return undefined;
  const pointed = read(asTarget(stays));
  const but = pointed.flatMap((one) => (one.operation === "delete" ? [one.target] : []));
  // “the soap and pay bills” sounds like one to delete and one to do.
  if (but.length < pointed.length) but.splice(0, but.length, { text: stays });
  // What stays is pointed at in what was read out, so that all of that is meant, and nothing else.
  const isPlace = but.some((one) => (one.ordinal ?? one.first ?? one.last ?? one.pronoun) !== undefined);
  const these = focus?.listed ?? focus?.tasks;
  return meant.map((one) => {
    if (!("target" in one)) return one;
    const all: Pointed = isPlace && these ? { these } : one.target;
    const target: Pointed = { ...all, but };
    return { ...one, target };
  });
}

function isOfMany(one: Intention): boolean {
  const target: Pointed = "target" in one ? one.target : {};
  return target.every === true || target.rest === true || target.pronoun === "last_all";
}
