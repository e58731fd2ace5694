/** What a model or an MCP client sends, before validation: null means “not given”, and a `user_id` decides nothing. */
import { AppError } from "@todo/contract";
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

export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(given.map(([field, one]) => [field, withoutNulls(one)]));
}
