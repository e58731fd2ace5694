/** What was typed → an operation's input. Checks the shape alone; the server judges the values. */
import { checkChoice, type ReadArguments } from "./arguments.ts";
import { UsageError } from "./failures.ts";
import type { Field } from "./fields.ts";

/** Throws UsageError when something required is missing or has the wrong shape. */
export function inputFrom(fields: Field[], { options, positionals }: ReadArguments): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const given = options.get(field.flag);
    if (given) input[field.name] = valueFor(field, `--${field.flag}`, given);
  }

  const rest = [...positionals];
  const expected = fields
    .filter(({ name, place }) => place !== undefined && !(name in input))
    .sort((a, b) => a.place! - b.place!);
  for (const field of expected) {
    const taken = field.many ? rest.splice(0) : rest.splice(0, 1);
    if (taken.length === 0) throw new UsageError(`Say ${wordsFor(field)} too: ${usageOf(expected)}.`);
    input[field.name] = valueFor(field, `<${field.flag}>`, taken);
  }
  if (rest.length > 0)
    throw new UsageError(`“${rest[0]}” is one argument too many. Put words that belong together in quotes.`);
  return input;
}

function valueFor(field: Field, spelling: string, given: (string | boolean)[]): unknown {
  if (!field.many) return readOne(field, spelling, given.at(-1)!);
  if (field.kind === "json") return given.flatMap((one) => readOne(field, spelling, one));
  return given
    .flatMap((one) => String(one).split(","))
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => readOne(field, spelling, one));
}

function readOne({ kind, choices }: Field, spelling: string, written: string | boolean): unknown {
  if (typeof written === "boolean") return written;
  if (choices) checkChoice(spelling, written, choices);
  if (kind === "number") return wholeNumber(spelling, written);
  if (kind === "reference") return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : written;
  return kind === "json" ? fromJson(spelling, written) : written;
}

function wholeNumber(spelling: string, written: string): number {
  if (/^-?\d{1,15}$/.test(written)) return Number(written);
  throw new UsageError(`${spelling} takes a whole number, and “${written}” is none.`);
}

function fromJson(spelling: string, written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new UsageError(`${spelling} takes JSON such as '[{"title": "Buy milk"}]'.`);
  }
}

const wordsFor = ({ flag, many }: Field) => {
  const noun = flag.replace(/-ids?$/, "").replaceAll("-", " ");
  return many ? `which ${noun}s`.replace(/ss$/, "s") : `the ${noun}`;
};

const usageOf = (fields: Field[]) => fields.map(({ flag, many }) => `<${flag}${many ? " …" : ""}>`).join(" ");
