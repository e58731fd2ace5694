/**
 * The command `todo`: finds the command, runs it, and turns an error into a
 * sentence and an exit code. Citty describes the commands; finding and failing
 * are here, because its own runner exits with 1 whatever went wrong.
 */
import { type CommandDef, runCommand } from "citty";
import { readArguments } from "./arguments.ts";
import { daily, setUp } from "./commands.ts";
import { UsageError } from "./failures.ts";
import { nearest } from "./nearest.ts";
import { showFailure } from "./output/failure.ts";
import { print } from "./output/terminal.ts";

async function main(argv: string[]): Promise<void> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-v")) return showVersion();
  const at = argv.findIndex((argument) => !argument.startsWith("-"));
  if (argv.length === 0) return showBeginning();
  if (at < 0 || argv[at] === "help") return showHelp(argv, at);

  const name = argv[at]!;
  const rawArgs = argv.toSpliced(at, 1);
  const command = await findCommand(name);
  if (asksForHelp(rawArgs)) {
    const { commandHelp } = await import("./output/help.ts");
    return commandHelp(name, command);
  }
  const declared = await argsOf(command);
  const { positionals } = readArguments(declared, rawArgs);
  if (positionals.length > 0 && !Object.values(declared).some(({ type }) => type === "positional"))
    throw new UsageError(
      `todo ${name} takes options alone, no “${positionals[0]}”. \`todo ${name} --help\` shows them.`,
    );
  await runCommand(command, { rawArgs });
}

/** For whoever types `todo` to see what there is: what fits on a screen. */
async function showBeginning() {
  const { beginning } = await import("./output/help.ts");
  beginning({ daily, setUp });
}

async function showHelp(argv: string[], at: number): Promise<void> {
  const { commandHelp, overview } = await import("./output/help.ts");
  const about = at < 0 ? undefined : argv[at + 1];
  if (about) return commandHelp(about, await findCommand(about));
  const stray = argv.find((argument) => !["help", "--help", "-h"].includes(argument));
  if (stray) throw new UsageError(`${stray} needs a command before it. \`todo --help\` lists the commands.`);
  const { operations } = await import("@todo/contract/contract");
  overview({ daily, setUp, operations });
}

async function findCommand(name: string): Promise<CommandDef> {
  const written = [...daily, ...setUp].find((command) => command.name === name);
  if (written) return written.load();

  const { operations } = await import("@todo/contract/contract");
  const { derivedCommand } = await import("./derived.ts");
  const { commandName } = await import("./fields.ts");
  const operation = operations.find((one) => commandName(one.name) === name || one.name === name);
  if (operation) return derivedCommand(operation);

  const names = [...daily, ...setUp].map((command) => command.name);
  const likely = nearest(name, [...names, ...operations.map((one) => commandName(one.name))]);
  throw new UsageError(
    `There is no command “${name}”. ${likely ? `Did you mean ${likely}? ` : ""}\`todo --help\` lists the commands.`,
  );
}

async function showVersion(): Promise<void> {
  const { default: manifest } = await import("../package.json", { with: { type: "json" } });
  print(manifest.version);
}

const argsOf = async ({ args = {} }: CommandDef) => (typeof args === "function" ? args() : args);

/** Behind `--` a dash is a word like any other. */
function asksForHelp(rawArgs: string[]): boolean {
  const end = rawArgs.indexOf("--");
  return rawArgs
    .slice(0, end < 0 ? undefined : end)
    .some((argument) => argument === "--help" || argument === "-h");
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const argv = process.argv.slice(2);
await main(argv).catch((error: unknown) => showFailure(error, { json: argv.includes("--json") }));
