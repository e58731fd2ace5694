/** `todo start`: runs Todo on this machine until Ctrl-C. What it runs and in which order is in `start/run.ts`. */
import { StartupError } from "@todo/postgres";
import { defineCommand } from "citty";
import { ProgramFailed } from "./start/children.ts";
import { runTodo } from "./start/run.ts";

export const startCommand = defineCommand({
  meta: { name: "start", description: "Run Todo on this machine" },
  args: {
    dev: { type: "boolean", description: "Run from source and follow changes", default: false },
    verbose: { type: "boolean", description: "Show what the API and the web app log", default: false },
  },
  async run({ args }) {
    const { ending, killing } = watchForTheEnd();
    try {
      await runTodo({
        environment: process.env,
        dev: args.dev,
        verbose: args.verbose,
        say: (line) => console.log(line),
        ending,
        killing,
      });
      process.exit(killing.aborted ? 130 : 0);
    } catch (error) {
      explain(error);
      process.exit(1);
    }
  },
});

/** The first signal ends in order, one that comes a little later ends at once. */
function watchForTheEnd() {
  const ending = new AbortController();
  const killing = new AbortController();
  let firstAt = 0;
  const end = () => {
    if (!ending.signal.aborted) {
      firstAt = Date.now();
      ending.abort();
      // Through npm one Ctrl-C arrives up to three times: from the terminal, from npm and from npm's child.
    } else if (Date.now() - firstAt > 500) {
      killing.abort();
      setTimeout(() => process.exit(130), 100);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  // Whoever started us is gone without a word; with the terminal it can't be told from here.
  process.on("disconnect", () => ending.abort());
  // A closed pipe at the other end of our output is no reason to leave the children alone.
  process.stdout.on("error", () => ending.abort());
  return { ending: ending.signal, killing: killing.signal };
}

function explain(error: unknown) {
  if (!(error instanceof StartupError)) {
    console.error(error);
    return;
  }
  console.error(`${error.message} ${error.remedy}`);
  if (error instanceof ProgramFailed && error.tail) console.error(error.tail);
}
