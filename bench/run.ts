/**
 * npm run bench: how fast the API lists and adds, beside the fastest server
 * that could do the like, whether lists stay quick for somebody with 100,000
 * tasks, what a thousand open event streams cost, and whether a million tasks that
 * come back cost what a thousand do. Everything it needs it starts, and removes in the end.
 */
import { parseArgs } from "node:util";
import { measureScale, type ScaleRow } from "./list-scale.ts";
import { measureNotices, type NoticeCosts } from "./notices.ts";
import { startStack } from "./stack.ts";
import { measureStreams, type StreamCosts } from "./streams.ts";
import { type Comparison, compare } from "./throughput.ts";

const usage = `npm run bench -- [options]
  --rounds 5        rounds, in turn for each server; the median counts
  --seconds 4       length of one measurement
  --connections 16
  --people 16       each with 200 tasks; requests go through them in turn
  --large 100000    tasks of the person with many
  --requests 100    for each list query and person
  --streams 1000    event streams that are open at once
  --turns 20        chat turns a second meanwhile
  --series 1000000  tasks that come back, each with a reminder, beside 1,000
  --only NAME       throughput, scale, streams or notices
  --api FILE        another build of the API than apps/api/dist/main.mjs
  --json`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "16" },
    people: { type: "string", default: "16" },
    large: { type: "string", default: "100000" },
    requests: { type: "string", default: "100" },
    streams: { type: "string", default: "1000" },
    turns: { type: "string", default: "20" },
    series: { type: "string", default: "1000000" },
    only: { type: "string" },
    api: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

type Count =
  | "rounds"
  | "seconds"
  | "connections"
  | "people"
  | "large"
  | "requests"
  | "streams"
  | "turns"
  | "series";

function count(name: Count): number {
  const value = Number(options[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1.`);
  return value;
}

interface Results {
  throughput?: Comparison;
  scale?: ScaleRow[];
  streams?: StreamCosts;
  notices?: NoticeCosts;
}

const STREAM_SECONDS = 10;
/** Twenty windows each. */
const STREAM_PEOPLE = 50;

const FEW_SERIES = 1_000;
const SERIES_PEOPLE = 10;
const REMINDERS_TOGETHER = 1_000;
const LOOKS = 200;

/** How many times slower the large one may be. */
const AIM = 3;

if (options.help) console.log(usage);
else await bench();

async function bench() {
  const say = (line: string) => options.json || console.log(line);
  const stack = await startStack({ api: options.api });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
  }
  const results: Results = {};
  try {
    const isAsked = (part: string) => options.only === undefined || options.only === part;
    if (isAsked("throughput")) {
      results.throughput = await compare(stack, {
        rounds: count("rounds"),
        seconds: count("seconds"),
        connections: count("connections"),
        people: count("people"),
      });
      if (!options.json) printThroughput(results.throughput);
    }
    if (isAsked("scale")) {
      say(`\nlist_tasks for somebody with 100 tasks and somebody with ${options.large}:`);
      results.scale = await measureScale(stack, {
        small: 100,
        large: count("large"),
        requests: count("requests"),
      });
      if (!options.json) printScale(results.scale);
    }
    if (isAsked("streams")) {
      say(`\n${options.streams} event streams and ${options.turns} chat turns a second:`);
      results.streams = await measureStreams(stack, {
        streams: count("streams"),
        turnsPerSecond: count("turns"),
        seconds: STREAM_SECONDS,
        people: STREAM_PEOPLE,
      });
      if (!options.json) console.table([results.streams]);
    }
    if (isAsked("notices")) {
      say(
        `\n${FEW_SERIES} and ${options.series} tasks that come back, and ${REMINDERS_TOGETHER} reminders in one second:`,
      );
      results.notices = await measureNotices(stack, {
        small: FEW_SERIES,
        large: count("series"),
        people: SERIES_PEOPLE,
        looks: LOOKS,
        together: REMINDERS_TOGETHER,
      });
      if (!options.json) console.table([results.notices]);
    }
  } finally {
    await stack.stop();
  }
  if (options.json) console.log(JSON.stringify(results, undefined, 2));
}

function printThroughput({ generator, rows, ratios }: Comparison) {
  console.log(`Load by ${generator}.`);
  console.table(rows);
  console.log(`project ÷ limit: list ${ratios.list}, add ${ratios.add}`);
}

function printScale(rows: ScaleRow[]) {
  console.table(rows);
  const missed = rows.filter(({ ratio }) => ratio > AIM);
  console.log(`${rows.length - missed.length} of ${rows.length} within ${AIM} times the small one.`);
  for (const { query, ratio } of missed) console.log(`  missed: ${query} (${ratio})`);
}
