/** Who asks, through which door, and in whose name: what travels with every call. */
import type { Effect } from "@todo/contract";

export interface Actor {
  user_id: string;
  /** The space whose things the call is about. A person's own space has the person's id. */
  space_id: string;
  scopes: readonly Effect[];
  /** How they proved who they are. Only `session` and `jwt` are the person themselves. */
  credential: "session" | "jwt" | "api_key";
  /** The key used, where it was one. */
  key_id?: string;
  /** An API key whose MCP calls don't wait for the person's yes. */
  auto_approve?: boolean;
}

/** The way in; the journal keeps it. */
export type Surface = "rest" | "web" | "cli" | "mcp" | "assistant" | "classic";

export interface Context {
  actor: Actor;
  surface: Surface;
  now: () => Date;
  /** Everything recorded under one group is taken back by one undo. A new one when left out. */
  group_id?: string;
  conversation_id?: string;
  run_id?: string;
  /** Wall-clock times are meant in this zone instead of the person's own. */
  time_zone?: string;
  /** How many tasks this turn has been asked to change before this call; counts towards the approval limit. */
  asked_before?: number;
  /** The person said yes, to all of it or to these tasks. */
  approved?: { only?: string[] };
  idempotency?: { key: string; route: string; body_hash: string };
}

export const isPersonThemselves = (actor: Actor) => actor.credential !== "api_key";
