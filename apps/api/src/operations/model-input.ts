/** What a model or an MCP client sends, before validation: null means “not given”, and a `user_id` decides nothing. */
import { AppError } from "@todo/contract";
import type { Actor } from "./context.ts";

/** Drops nulls and the `user_id`; refuses one that names somebody else. */
export function modelInput(
  { user_id, ...rest }: Record<string, unknown>,
  actor: Actor,
): Record<string, unknown> {
  if (user_id !== undefined && user_id !== null && user_id !== actor.user_id) {
    throw new AppError("forbidden", "The user_id isn't yours. Leave it out: your token says who you are.");
  }
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
}
