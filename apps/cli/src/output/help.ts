/** `todo --help` and `todo <command> --help`. */
import type { NamedOperation } from "@todo/contract";
import type { ArgDef, CommandDef } from "citty";
import type { HandWritten } from "../commands.ts";
import { commandName } from "../fields.ts";
import { paint, print } from "./terminal.ts";

export interface Commands {
  daily: HandWritten[];
  setUp: HandWritten[];
  operations: NamedOperation[];
}

type ByHand = Pick<Commands, "daily" | "setUp">;

function commandsByHand({ daily, setUp }: ByHand): void {
  print("Todo: a task manager you can talk to\n");
  print(`${paint("bold", "Usage")}  todo <command> [options]\n`);
  section("Every day", entriesOf(daily));
  section("Set up", entriesOf(setUp));
}

/** What fits on a screen. */
export function beginning({ daily, setUp }: ByHand): void {
  commandsByHand({ daily, setUp });
  section("More", [
    ["todo --help", "Every command, the environment and the exit codes"],
    ["todo <command> --help", "Explains a command"],
  ]);
}

export function overview({ daily, setUp, operations }: Commands): void {
  commandsByHand({ daily, setUp });
  for (const [resource, members] of byResource(operations))
    section(
      resource,
      members.map(({ name, summary }) => [commandName(name), summary]),
    );
  section("Everywhere", [
    ["--json", "Print the API's answer as JSON; errors as problem details on stderr"],
    ["--help", "Explain a command"],
  ]);
  section("Environment", [
    ["TODO_URL", "Server to talk to, instead of the one you signed in to"],
    ["TODO_TOKEN", "Session token, JWT or API key, instead of the stored one"],
    ["NO_COLOR", "No colours"],
  ]);
  section("Exit codes", [
    ["0", "Done"],
    ["1", "The server refused, or a part of it failed, or it waits for your yes"],
    ["2", "Wrong usage"],
    ["3", "Not signed in, or not allowed"],
    ["4", "The server can't be reached"],
    ["130", "Interrupted"],
  ]);
}

export async function commandHelp(name: string, command: CommandDef): Promise<void> {
  const meta = await resolved(command.meta);
  const args = Object.entries((await resolved(command.args)) ?? {});
  const positional = args.filter(([, { type }]) => type === "positional");
  const options = args.filter(([, { type }]) => type !== "positional");
  const usage = positional.map(([argument, { required }]) =>
    required === false ? `[${argument}]` : `<${argument}>`,
  );

  print(`${meta?.description ?? name}\n`);
  print(
    `${paint("bold", "Usage")}  ${["todo", name, ...usage, options.length > 0 ? "[options]" : ""].join(" ").trim()}\n`,
  );
  section(
    "Arguments",
    positional.map(([argument, { description = "" }]) => [argument, description]),
  );
  section(
    "Options",
    options.map(([option, definition]) => [spelled(option, definition), definition.description ?? ""]),
  );
}

function spelled(name: string, definition: ArgDef): string {
  const alias =
    "alias" in definition && definition.alias ? `-${[definition.alias].flat().join(", -")}, ` : "";
  if (definition.type === "boolean") return `${alias}--${name}`;
  return `${alias}--${name} <${definition.valueHint ?? "text"}>`;
}

function section(heading: string, entries: [string, string][]): void {
  if (entries.length === 0) return;
  const width = Math.max(...entries.map(([name]) => (name.length > 34 ? 0 : name.length)));
  print(paint("bold", heading));
  for (const [name, summary] of entries)
    print(
      name.length > 34
        ? `  ${paint("cyan", name)}\n  ${" ".repeat(width)}  ${summary}`
        : `  ${paint("cyan", name.padEnd(width))}  ${summary}`.trimEnd(),
    );
  print();
}

const entriesOf = (commands: HandWritten[]): [string, string][] =>
  commands.map(({ name, summary }) => [name, summary]);

/** Grouped by the first part of the REST path, in the contract's order. */
function byResource(operations: NamedOperation[]): Map<string, NamedOperation[]> {
  const resourceOf = ({ path }: NamedOperation) => {
    const resource = path.split("/")[1]!;
    return resource === "undo" || resource === "redo" ? "history" : resource;
  };
  return Map.groupBy(operations, (operation) => {
    const resource = resourceOf(operation);
    return `${resource[0]!.toUpperCase()}${resource.slice(1)}`;
  });
}

const resolved = async <Value>(
  value: Value | Promise<Value> | (() => Value) | (() => Promise<Value>),
): Promise<Value> => (typeof value === "function" ? (value as () => Value | Promise<Value>)() : value);
