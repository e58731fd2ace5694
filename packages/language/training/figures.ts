/** What the phrases and a network together get right, by source; and the network alone, at several thresholds below which a message counts as none of ours. */

import { kindOf } from "../src/intent/kind.ts";
import { type Class, classes } from "../src/intent/model/network.ts";
import type { Intention } from "../src/meaning.ts";
import type { Row } from "./rows.ts";

export interface Answered extends Row {
  said: Record<Class, number>;
  /** What is answered in the end. */
  meant: Intention[];
}

const thresholds = [0.1, 0.15, 0.25, 0.35, 0.5, 0.65];

export function print(title: string, answers: Answered[]) {
  console.log(`\n${title}`);
  console.log(`  phrases and network: ${sharesOf(answers, ({ meant }) => answered(meant))}`);
  for (const threshold of thresholds)
    console.log(`  network alone, ${threshold}: ${sharesOf(answers, ({ said }) => chosen(said, threshold))}`);
}

function sharesOf(answers: Answered[], answer: (row: Answered) => Class): string {
  const shares = [...groupsOf(answers)].map(([name, group]) => {
    const right = group.filter((row) => row.accept.includes(answer(row)));
    return `${name} ${((100 * right.length) / group.length).toFixed(2)}`;
  });
  return shares.join(" · ");
}

/** The first request counts, as with the figures of docs/language.md; taking back is none of the classes. */
function answered(meant: Intention[]): Class {
  const kinds = meant.map(kindOf);
  return kinds.find((kind) => kind !== undefined) ?? "reject";
}

function groupsOf(answers: Answered[]) {
  return Map.groupBy(
    answers.flatMap((row) => {
      const { part, source } = row;
      const total = part === "hard" ? ["out", "hard"] : [part];
      return [...total, ...(part === "in" ? [`${part}.${source}`] : [])].map((name) => ({ name, row }));
    }),
    ({ name }) => name,
  )
    .entries()
    .map(([name, group]): [string, Answered[]] => [name, group.map(({ row }) => row)])
    .toArray()
    .toSorted(([a], [b]) => a.localeCompare(b));
}

function chosen(said: Record<Class, number>, threshold: number): Class {
  if (1 - said.reject <= threshold) return "reject";
  const others = classes.filter((kind) => kind !== "reject");
  return others.reduce((best, kind) => (said[kind] > said[best] ? kind : best));
}
