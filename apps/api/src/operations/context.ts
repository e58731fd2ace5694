/** Who asks, through which door, and in whose name: what travels with every call. */
import type { Effect } from "@todo/contract";
import type { Reader } from "../db/database.ts";

export interface Actor {
  user_id: string;
  /** The space whose things the call is about. A person's own space has the person's id. */
  space_id: string;
  scopes: readonly Effect[];
  /** How they proved who they are. Only `session` and `jwt` are the person themselves. */
  credential: "session" | "jwt" | "api_key" | "oauth";
  /** The key used, where it was one; of a client that was let in by OAuth the connection. */
  key_id?: string;
  /** The session that was used or that the JWT was made from. */
  session_id?: string;
  /** When the JWT ends, in seconds since 1970. */
  expires_at?: number;
  /** An API key whose MCP calls don't wait for the person's yes. */
  auto_approve?: boolean;
}

/** Takes part in the transaction of a writing call: may refuse it before it begins, and records what came of it. */
interface Witness {
  before(db: Reader): Promise<void>;
  after(db: Reader, answer: unknown): Promise<void>;
}

/** The way in; the journal keeps it. */
export type Surface = "rest" | "web" | "cli" | "mcp" | "assistant" | "classic";

/** Where a request came from, as the audit of the account keeps it. */
export interface Caller {
  address: string;
  user_agent: string | undefined;
}

export interface Context {
  actor: Actor;
  surface: Surface;
  now: () => Date;
  caller?: () => Caller;
  /** Everything recorded under one group is taken back by one undo. A new one when left out. */
  group_id?: string;
  conversation_id?: string;
  run_id?: string;
  /** Wall-clock times are meant in this zone instead of the person's own. */
  time_zone?: string;
  /** The ids of the tasks that the other calls of this turn change; they count towards the approval limit. */
  asked_besides?: string[];
  /** The person said yes, to all of it or to these tasks. */
  approved?: { only?: string[] };
  idempotency?: { key: string; route: string; body_hash: string };
  witness?: Witness;
}

export const isPersonThemselves = ({ credential }: Actor) => credential === "session" || credential === "jwt";
