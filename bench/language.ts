/**
 * npm run bench:language: how well sentences are understood, how fast, and
 * what it weighs in a browser. The sentences and the scorer are a folder that
 * docs/language.md describes; this hands the scorer our command and compares
 * what it counts with what we aim at.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { rounded } from "./statistics.ts";

const usage = `npm run bench:language -- --data FOLDER [options]
  --data FOLDER  a folder with score.mjs and rows, as docs/language.md describes
  --rows FOLDER  other rows than the folder's own
  --one-by-one   send a sentence after the answer to the one before, and time it from outside
  --json`;

interface Metric {
  value: number | null;
  total: number;
}
interface Report {
  summary: Record<string, Metric>;
  latency: { p50_ms: number | null; p99_ms: number | null };
}

const aims: [name: string, what: string, least: number][] = [
  ["in_scope_operation", "operation", 94],
  ["in_scope_operation.nlu-eval", "operation, nlu-eval", 88],
  ["in_scope_operation.slurp", "operation, slurp", 88],
  ["reject_recall", "what isn't ours is left alone", 99.5],
  ["clinc_hard_oos_recall", "the same, hard", 98],
  ["date_core_independent", "date", 92],
  ["vikunja_title_and_date", "title and date", 95],
  ["vikunja_title_and_date_no_markers", "title and date, no markers", 97],
  ["recurrence_rule_core", "recurrence", 92],
  ["fbmtod_title_f1", "titles of reminders, F1", 92],
];
const kilobytes = 1000;
const limits = { p50_ms: 0.5, p99_ms: 5, gzip: 120 * kilobytes };

const root = fileURLToPath(new URL("..", import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    rows: { type: "string" },
    "one-by-one": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (options.help) console.log(usage);
else await bench();

async function bench() {
  const scorer = options.data && join(options.data, "score.mjs");
  if (!scorer || !existsSync(scorer)) {
    console.error(`Say where the rows and the scorer are.\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const report = score(scorer);
  const gzip = await browserSize();
  if (options.json) console.log(JSON.stringify({ ...report, gzip }, null, 2));
  else print(report, gzip);
}

function score(scorer: string): Report {
  const command = `"${process.execPath}" "${join(root, "apps/cli/bin/todo.mjs")}" interpret --jsonl`;
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [
      scorer,
      "--json",
      "--run",
      command,
      ...(options.rows ? ["--data", options.rows] : []),
      ...(options["one-by-one"] ? ["--one-by-one"] : []),
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 512 * 1024 * 1024 },
  );
  if (status !== 0 || error) throw new Error(`The scorer failed${error ? `: ${error.message}` : ""}.`);
  return JSON.parse(stdout) as Report;
}

/** Bytes of the whole package, minified and gzipped: what a page loads before it can interpret. */
async function browserSize(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "packages/language/src/index.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2024",
    write: false,
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

function print({ summary, latency }: Report, gzip: number) {
  for (const [name, what, least] of aims) {
    const metric = summary[name];
    if (metric?.value == null) line(what, "not in these rows", "");
    else
      line(
        what,
        `${metric.value.toFixed(1)} % of ${metric.total}`,
        verdict(metric.value >= least, `≥ ${least}`),
      );
  }
  for (const name of ["p50_ms", "p99_ms"] as const) {
    const value = latency[name] ?? Number.NaN;
    line(
      `latency ${name.slice(0, 3)}`,
      `${value.toFixed(2)} ms`,
      verdict(value <= limits[name], `≤ ${limits[name]}`),
    );
  }
  const size = `${rounded(gzip / kilobytes, 1)} kB gzip`;
  line("in a browser", size, verdict(gzip <= limits.gzip, `≤ ${limits.gzip / kilobytes} kB`));
}

function verdict(isMet: boolean, aim: string) {
  return `${isMet ? "✓" : "✗"} ${aim}`;
}

function line(what: string, figure: string, aim: string) {
  console.log(`${what.padEnd(32)} ${figure.padStart(20)}   ${aim}`);
}
