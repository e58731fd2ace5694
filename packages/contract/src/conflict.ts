/**
 * What a refused change tells about the thing it met: how the caller knew it,
 * how it is now, and what happened to it between. A program can show both and
 * let the person choose; nothing of what was sent is lost.
 */
import type { Profile } from "./access.ts";
import type { Channel } from "./channels.ts";
import type { Conversation } from "./conversations.ts";
import type { SavedFilter } from "./filters.ts";
import type { Label, List } from "./lists.ts";
import type { Task } from "./tasks.ts";

/** A thing with a version, as `get_…` and `list_…` answer it. */
export type VersionedThing =
  | { kind: "task"; current: Task }
  | { kind: "list"; current: List }
  | { kind: "label"; current: Label }
  | { kind: "filter"; current: SavedFilter }
  | { kind: "conversation"; current: Conversation }
  | { kind: "profile"; current: Profile }
  | { kind: "channel"; current: Channel };

/** One change that was made since, oldest first: who, when, which fields from what to what. */
export interface ChangeSince {
  at: string;
  /** Id of the person. */
  actor: string;
  surface: string;
  operation: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export type VersionConflict = VersionedThing & {
  /** The version that the caller's change was based on. */
  based_on: number;
  /** The input that was refused, as it was understood. */
  sent: Record<string, unknown>;
  /**
   * Since `based_on`; the latest 20. Their `before` values turn `current` back into what the caller had. Of a channel,
   * which has no history, there are none.
   */
  changes: ChangeSince[];
};
