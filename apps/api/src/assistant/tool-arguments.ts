import { withoutNulls } from "../operations/model-input.ts";

/** What models write as arguments, made into an input: nulls mean “not given”, and who is asking is never theirs to say. */
export function readArguments(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = withoutNulls(JSON.parse(text.trim() || "{}", storable));
  } catch {
    // Or too deep. Refused by the operation's schema, in words that a model can act on.
    return { arguments_that_are_not_json: text.slice(0, 500) };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { arguments_that_are_no_object: value };
  const { user_id: _, ...input } = value as Record<string, unknown>;
  return input;
}

/** Half characters and NUL can't be stored as JSON; a model that writes them meant nothing by it. */
export const storable = (_field: string, value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;

/** Bookkeeping that tells a model nothing and costs tokens with every task. */
const untold = new Set(["position", "created_at", "updated_at", "version"]);

/** An operation's answer as a model reads it. */
export function forModel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forModel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field, one]) => one !== null && !untold.has(field))
      .map(([field, one]) => [field, forModel(one)]),
  );
}
