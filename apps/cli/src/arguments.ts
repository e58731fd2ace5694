/**
 * Reads arguments strictly. Citty passes over options it doesn't know and keeps
 * the last of a repeated one; a misspelt option must not change what is done,
 * and `--label home --label garden` means both.
 */
import { parseArgs } from "node:util";
import type { ArgsDef } from "citty";
import { UsageError } from "./failures.ts";
import { nearest } from "./nearest.ts";

export interface ReadArguments {
  /** By the option's name as declared; `true` and `false` for switches. */
  options: Map<string, (string | boolean)[]>;
  positionals: string[];
}

/** Throws UsageError with what would be right. */
export function readArguments(declared: ArgsDef, raw: string[]): ReadArguments {
  const known = optionsOf(declared);
  const { tokens, positionals } = parseArgs({
    args: raw,
    options: Object.fromEntries(
      [...known.values()].map(({ name, type, short }) => [name, { type, ...short }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const options: ReadArguments["options"] = new Map();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, value } = readOption(known, token);
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { options, positionals };
}

interface Known {
  name: string;
  type: "string" | "boolean";
  short: { short: string } | undefined;
  choices: string[] | undefined;
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function optionsOf(declared: ArgsDef) {
  const known = new Map<string, Known>();
  for (const [name, definition] of Object.entries(declared)) {
    if (definition.type === "positional") continue;
    const type = definition.type === "boolean" ? "boolean" : "string";
    const choices = definition.type === "enum" ? definition.options : undefined;
    const letter = "alias" in definition ? [definition.alias ?? []].flat()[0] : undefined;
    known.set(name, { name, type, choices, short: letter ? { short: letter } : undefined });
  }
  return known;
}

function readOption(
  known: Map<string, Known>,
  token: OptionToken,
): { name: string; value: string | boolean } {
  const negated = token.name.startsWith("no-") ? known.get(token.name.slice(3)) : undefined;
  if (negated?.type === "boolean") return { name: negated.name, value: false };

  const option = known.get(token.name);
  if (!option) throw unknownOption(token.rawName, [...known.keys()]);
  if (option.type === "boolean") return { name: option.name, value: switchValue(token) };

  const { value, rawName } = token;
  if (value === undefined || (!token.inlineValue && value.startsWith("--")))
    throw new UsageError(`${rawName} needs a value.`);
  if (option.choices) checkChoice(rawName, value, option.choices);
  return { name: option.name, value };
}

function switchValue({ value, rawName }: OptionToken): boolean {
  if (value === undefined || value === "true") return true;
  if (value === "false") return false;
  throw new UsageError(`${rawName} is on or off: write ${rawName} or ${rawName}=false.`);
}

export function checkChoice(name: string, value: string, choices: string[]): void {
  if (choices.includes(value)) return;
  const likely = nearest(value, choices);
  throw new UsageError(
    `${name} doesn't know “${value}”. ${likely ? `Did you mean ${likely}? ` : ""}It takes ${either(choices)}.`,
  );
}

function unknownOption(rawName: string, names: string[]) {
  const likely = nearest(rawName.replace(/^-+/, ""), names);
  return new UsageError(
    `There is no option ${rawName} here. ${likely ? `Did you mean --${likely}? ` : ""}--help shows the options; words that start with a dash go after --.`,
  );
}

const either = (choices: string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(choices);
