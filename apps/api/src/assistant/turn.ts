/** One run of the assistant, from its start, an approval or a take-over to its end or next pause. */
import type { Language } from "@todo/contract";
import type { Database } from "../db/database.ts";
import type { Context } from "../operations/context.ts";
import type { Runner } from "../operations/run.ts";
import type { Moment } from "../words/dates.ts";
import type { Words } from "../words/words.ts";
import type { RunRecord } from "./run-record.ts";

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
  /** The person's own. */
  language: Language;
  /** What they wrote in this time; `words` are of it. */
  answers_in: Language;
  words: Words;
  /** Aborted when the run goes on elsewhere, or not at all. */
  signal: AbortSignal;
  record: RunRecord;
}

export interface Room {
  database: Database;
  runner: Runner;
  log: Log;
}
