/** What a network gets right, by source, at several thresholds below which a message counts as none of ours. */
import { type Class, classes } from "../src/intent/model/network.ts";
import type { Row } from "./rows.ts";

export interface Answered extends Row {
  said: Record<Class, number>;
}

const thresholds = [0.1, 0.15, 0.25, 0.35, 0.5, 0.65];

export function print(title: string, answers: Answered[]) {
  console.log(`\n${title}`);
  for (const threshold of thresholds) {
    const shares = [...groupsOf(answers)].map(([name, group]) => {
      const right = group.filter(({ said, accept }) => accept.includes(chosen(said, threshold)));
      return `${name} ${((100 * right.length) / group.length).toFixed(1)}`;
    });
    console.log(`  ${threshold}: ${shares.join(" · ")}`);
  }
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
