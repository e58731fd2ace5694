/** How a run ends or comes to rest: its row, its message and its last event are written together. */
import type { ChatEvent } from "@todo/contract";
import { type Sql, sql } from "../db/sql.ts";
import { endingOf, type RunEnd } from "./run-queries.ts";
import type { Entry } from "./run-record.ts";

export const ending = (end: RunEnd, lastEvent: ChatEvent): Entry => ({
  events: [lastEvent],
  run: endingOf(end),
  also: [
    updateAnswer(end.response || end.error?.message || ""),
    ...(end.status === "failed" || end.status === "cancelled" ? [rejectApprovals, dropOpenCalls] : []),
  ],
});

/** These are joined to a statement that has a row `run` with space_id and id. */
const updateAnswer = (text: string): Sql => sql`
  update messages m set text = ${text} from run
  where m.space_id = run.space_id and m.run_id = run.id and m.role = 'assistant'`;

const rejectApprovals = sql`
  update approvals a set status = 'rejected', decided_at = now() from run
  where a.space_id = run.space_id and a.run_id = run.id and a.status = 'pending'`;

const dropOpenCalls = sql`
  update tool_calls k set status = 'rejected', finished_at = now() from run
  where k.space_id = run.space_id and k.run_id = run.id and k.status in ('waiting', 'running')`;
