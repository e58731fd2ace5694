"use client";
/** Asks for a day as soon as there is one to ask for; the question is loaded only then. */
import dynamic from "next/dynamic";
import { useStore } from "../../lib/external-store.ts";
import { insist } from "../../lib/insist.ts";
import { dayQuestion } from "./day-question.ts";

const DaySheet = dynamic(() => insist(() => import("./day-sheet.tsx").then((module) => module.DaySheet)), {
  loading: () => null,
});

export function Days() {
  const question = useStore(dayQuestion);
  return question && <DaySheet question={question} />;
}
