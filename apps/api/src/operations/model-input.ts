/** What a model or an MCP client sends, before validation: null means “not given”, and a `user_id` decides nothing. */
import { AppError, invalid } from "@todo/contract";
import type { Actor } from "./context.ts";

/** Drops nulls, however deep, and the `user_id`; refuses one that names somebody else. */
export function modelInput(
  { user_id, ...rest }: Record<string, unknown>,
  actor: Actor,
): Record<string, unknown> {
  if (user_id !== undefined && user_id !== null && user_id !== actor.user_id) {
    throw new AppError("forbidden", "The user_id isn't yours. Leave it out: your token says who you are.");
  }
  return withoutNulls(rest) as Record<string, unknown>;
}

/** Deeper than any input is; a program that follows every level would run out of stack. */
const DEEPEST = 32;

export function withoutNulls(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) throw invalid("", "This nests deeper than any input does.");
  if (Array.isArray(value)) return value.map((one) => withoutNulls(one, depth + 1));
  const given = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(given.map(([field, one]) => [field, withoutNulls(one, depth + 1)]));
}
