/**
 * Trains the model of src/intent/model: `node training/train.ts FOLDER`, where the folder holds
 * intent.*.jsonl files of sentences with the operation that is right. Always gives the same weights for
 * the same sentences. With `--figures` it writes nothing, but measures: on folds not learned from, and on
 * sources not learned from.
 */
import { writeFileSync } from "node:fs";
import { decide } from "../src/intent/judge.ts";
import { featuresOf } from "../src/intent/model/features.ts";
import { bucketOf, encode, probabilities } from "../src/intent/model/network.ts";
import { readByRules } from "../src/intent/rules.ts";
import type { Intention } from "../src/meaning.ts";
import { openReading, type Reading } from "../src/text/reading.ts";
import { type Answered, print } from "./figures.ts";
import { type Example, learn, randomFrom, type Settings } from "./learn.ts";
import { ownSentences } from "./own-sentences.ts";
import { foldOf, folds, type Row, readRows } from "./rows.ts";

const settings: Settings = { buckets: 16384, epochs: 10, rate: 0.3, dropout: 0.25, shrink: 0.003, levels: 5 };
/** Requests are few beside everything else that people say. */
const weights: Record<Row["part"], number> = { in: 2, out: 1, dialog: 1, hard: 2, own: 0.5 };

interface Prepared extends Row, Example {
  features: string[];
  reading: Reading;
  heard: Intention[];
}

const [folder, figures] = process.argv.slice(2);
if (!folder) throw new Error("Which folder holds the sentences? node training/train.ts FOLDER [--figures]");
const own = ownSentences(randomFrom(1)).map(
  ({ text, class: kind }): Row => ({
    text,
    source: "own",
    accept: [kind],
    part: "own",
    learn: true,
    fold: foldOf(text),
  }),
);
const rows = [...readRows(folder), ...own].map(prepared);
if (figures === "--figures") measure();
else write();

function prepared(row: Row): Prepared {
  const options = { now: new Date("2026-01-05T09:00:00Z"), time_zone: "UTC" };
  const reading = openReading(row.text, options);
  const { cues } = reading.locale;
  const heard = readByRules(reading);
  const features = cues ? featuresOf(reading.tokens, cues, heard) : [];
  const buckets = features.map((feature) => bucketOf(feature, settings.buckets));
  return { ...row, reading, heard, features, buckets, weight: weights[row.part] };
}

function measure() {
  const answered: Answered[] = [];
  for (let fold = 0; fold < folds; fold += 1)
    answered.push(
      ...answersOf(
        (row) => row.fold !== fold,
        (row) => row.fold === fold,
      ),
    );
  print("Five folds, sentences alike in one fold", answered);
  for (const source of ["clinc150", "nlu-eval", "slurp"]) {
    // The two were collected together, and share sentences.
    const kin = source === "clinc150" ? [source] : ["nlu-eval", "slurp"];
    const left = answersOf(
      (row) => !kin.includes(row.source),
      (row) => row.source === source,
    );
    print(`Without ${kin.join(" and ")}: ${source}`, left);
  }
}

function answersOf(learned: (row: Prepared) => boolean, asked: (row: Prepared) => boolean): Answered[] {
  const network = learn(
    rows.filter((row) => row.learn && learned(row)),
    settings,
    1,
  );
  return rows.filter(asked).map((row) => {
    const said = probabilities(network, row.features);
    return { ...row, said, meant: decide(row.reading, row.heard, said) };
  });
}

function write() {
  const { weights: learned, step } = learn(
    rows.filter((row) => row.learn),
    settings,
    1,
  );
  const module = `/** Made by training/train.ts; NOTICE names the sentences it learned from. */
import { decode, type Network } from "./network.ts";

export const network: Network = {
  step: ${step},
  weights: decode(
    "${encode(learned)}",
  ),
};
`;
  writeFileSync(new URL("../src/intent/model/weights.ts", import.meta.url), module);
}
