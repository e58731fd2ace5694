/**
 * npm run test:faults: the built API as two processes over one database, people
 * who edit and talk, and faults at random. In the end everything that was
 * acknowledged must be there, once, and nothing else. Then reminders fall due under kills, and then API and web app are
 * restarted under load.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Counts } from "./caller.ts";
import { noFaults } from "./mischief.ts";
import { remindUnderKills } from "./notices.ts";
import { createRandom } from "./random.ts";
import { restartInTurn } from "./rolling.ts";
import { playRounds } from "./rounds.ts";
import { startScene } from "./scene.ts";
import { printSummary } from "./summary.ts";

const parts = ["faults", "notices", "rolling", "fuzz"];
const usage = `npm run test:faults -- [options]
  --seed N       the plan of faults and of what people do; without one it is random, and printed
  --minutes N    how long faults happen; default 1
  --long         60 minutes, or what --minutes says, and on until there were 500 kills; then 10,000 inputs
                 for every operation by every way in, which takes hours
  --only PART    ${parts.join(", ")}`;

const { values: options } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string" },
    long: { type: "boolean", default: false },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const projectDir = join(import.meta.dirname, "..");
const LONG_MINUTES = 60;
const SHORT_MINUTES = 1;
const LEAST_KILLS = 500;
const LONG_FUZZ_CASES = "10000";

if (options.help) console.log(usage);
else process.exitCode = await main();

/** Gives the exit code. */
async function main(): Promise<number> {
  if (options.only && !parts.includes(options.only))
    throw new Error(`--only takes one of ${parts.join(", ")}.`);
  if (options.only === "fuzz") return sendNonsense();
  const seed = numberOf("seed", options.seed, Math.floor(Math.random() * 1_000_000));
  const minutes = numberOf("minutes", options.minutes, options.long ? LONG_MINUTES : SHORT_MINUTES);
  const isPlayed = (part: string) => !options.only || options.only === part;
  const needed = isPlayed("rolling") ? ["api", "web"] : ["api"];
  const build = spawnSync(process.execPath, [join(projectDir, "scripts", "build.mjs"), ...needed], {
    stdio: "inherit",
  });
  if (build.status !== 0) return 1;

  const logFolder = await mkdtemp(join(tmpdir(), "todo-faults-log-"));
  const random = createRandom(seed);
  const counts: Counts = { requests: 0, acknowledged: 0, repeated: 0 };
  const faults = noFaults();
  const say = (line: string) => console.log(line);
  say(`Seed ${seed}. The backends' logs: ${logFolder}`);
  const scene = await startScene(projectDir, logFolder);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void scene.stop().finally(() => process.exit(1)));
  try {
    const leastKills = options.long ? LEAST_KILLS : 0;
    const played = isPlayed("faults")
      ? await playRounds({ scene, random, counts, faults, minutes, leastKills, say })
      : undefined;
    const { long } = options;
    const reminded = isPlayed("notices")
      ? await remindUnderKills({ scene, random: random.fork("notices"), long, say })
      : undefined;
    const rolled = isPlayed("rolling") ? await restartInTurn({ scene, random, say }) : [];
    const code = printSummary({ seed, counts, faults, played, reminded, rolled, say });
    if (code === 0) await rm(logFolder, { recursive: true });
    if (code !== 0 || !options.long || options.only) return code;
  } finally {
    await scene.stop();
  }
  return sendNonsense();
}

/** Whatever can be sent, to every operation by its ways in. Gives the exit code. */
function sendNonsense(): number {
  const PROPERTY_SEED = options.seed ?? "random";
  const { status } = spawnSync(
    join(projectDir, "node_modules", ".bin", "vitest"),
    ["run", "--project", "integration", "apps/api/src/surfaces/fuzz.test.ts"],
    {
      cwd: projectDir,
      stdio: "inherit",
      env: { ...process.env, FUZZ_CASES: LONG_FUZZ_CASES, PROPERTY_SEED },
    },
  );
  return status ?? 1;
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} takes a number.`);
  return value;
}
