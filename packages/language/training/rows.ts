/** The sentences a network learns from and is measured on: public data sets and our own, in one shape. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Class } from "../src/intent/model/network.ts";

export interface Row {
  text: string;
  source: string;
  /** Classes that count as right. */
  accept: Class[];
  /** What is measured: a request, another domain, small talk, or CLINC's unfiltered rest. */
  part: "in" | "out" | "dialog" | "hard" | "own";
  /** Licences that forbid training leave it for measuring. */
  learn: boolean;
  /** Sentences that differ in small words alone are in one fold. */
  fold: number;
}

interface Gold {
  utterance: string;
  source: string;
  scope: "in" | "out" | "dialog" | "near";
  expected: { accept: string[] };
  raw?: { intent?: string };
}

export const folds = 5;

/** Share-alike and AGPL: for measuring alone. */
const onlyMeasured = new Set(["fb-mtod", "vikunja"]);

const classOf: Record<string, Class> = {
  create: "add",
  list: "list",
  complete: "complete",
  delete: "delete",
  update: "update",
  reject: "reject",
};

/** The intent.*.jsonl files of a folder. Rows whose answer is a matter of taste ("near") are left out. */
export function readRows(folder: string): Row[] {
  const files = readdirSync(folder).filter((name) => /^intent\..*\.jsonl$/u.test(name));
  return files.toSorted().flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line): Gold => JSON.parse(line))
      .flatMap(rowOf),
  );
}

function rowOf({ utterance, source, scope, expected, raw }: Gold): Row[] {
  if (scope === "near") return [];
  const accept = expected.accept.flatMap((operation) => classOf[operation] ?? []);
  const part: Row["part"] = source === "clinc150" && raw?.intent === "oos" ? "hard" : scope;
  const row = { text: utterance, source, accept, part, learn: !onlyMeasured.has(source) };
  return [{ ...row, fold: foldOf(utterance) }];
}

const smallWords =
  /\b(please|hey|olly|can|could|would|you|the|a|an|my|to|i|me|for|on|of|in|is|it|pls|just)\b/gu;

export function foldOf(text: string): number {
  const gist = text
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/gu, " ")
    .replace(smallWords, " ")
    .replace(/\d+/gu, "0")
    .split(/\s+/u)
    .join(" ")
    .trim();
  let hash = 0;
  for (const letter of gist) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % folds;
}
