/** One run of the assistant, from its start or from an approval to its end or next pause. */
import type { ChatEvent } from "@todo/contract";
import type { Database } from "../db/database.ts";
import type { Context } from "../operations/context.ts";
import type { Runner } from "../operations/run.ts";
import type { Moment } from "../words/dates.ts";
import type { Language } from "../words/languages.ts";
import type { Words } from "../words/words.ts";

export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface Turn {
  run_id: string;
  conversation_id: string;
  /** What the person said that is answered. */
  message_id: string;
  /** What every call of the run is made with. */
  context: Context;
  /** The instant the turn began, and the person's zone in it. */
  moment: Moment;
  language: Language;
  words: Words;
  signal: AbortSignal;
  /** Stops the run here, when another process was told to. */
  stop(): void;
  emit(event: ChatEvent): void;
}

export interface Room {
  database: Database;
  runner: Runner;
  log: Log;
}
