/** What the database really holds of one person, read past the server in one snapshot. */
import type { ChatEvent } from "@todo/contract";
import type pg from "pg";
import type { TaskState } from "./ledger.ts";

export interface JournalRow {
  seq: number;
  group_id: string;
  undoes: string | null;
  operation: string;
  run_id: string | null;
  entity: string;
  entity_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface Found {
  /** The space's counter. */
  last_seq: number;
  tasks: TaskState[];
  journal: JournalRow[];
  runs: { id: string; conversation_id: string; status: string; response: string }[];
  messages: { id: string; conversation_id: string; run_id: string | null; role: string; text: string }[];
  calls: { run_id: string; id: string; tool: string; status: string; output: { id?: string } | null }[];
  events: { run_id: string; seq: number; event: ChatEvent }[];
}

export async function findStored(client: pg.Client, spaceId: string): Promise<Found> {
  const rows = async <Row>(text: string) => (await client.query(text, [spaceId])).rows as Row[];
  await client.query("begin isolation level repeatable read read only");
  try {
    const [space] = await rows<{ last_seq: number }>("select last_seq::int from spaces where id = $1");
    const tasks = await rows<{ json: string }>("select json from tasks where space_id = $1");
    return {
      last_seq: space?.last_seq ?? 0,
      // Kept open at its end by the product.
      tasks: tasks.map(({ json }) => withoutBookkeeping(JSON.parse(`${json}}`) as Record<string, unknown>)),
      journal: await rows(
        `select seq::int, group_id, undoes, operation, run_id, entity, entity_id, before, after from journal
         where space_id = $1 order by seq`,
      ),
      runs: await rows("select id, conversation_id, status, response from agent_runs where space_id = $1"),
      messages: await rows(
        "select id, conversation_id, run_id, role, text from messages where space_id = $1 order by position",
      ),
      calls: await rows("select run_id, id, tool, status, output from tool_calls where space_id = $1"),
      events: await rows(
        "select run_id, seq::int, event from run_events where space_id = $1 order by run_id, seq",
      ),
    };
  } finally {
    await client.query("rollback");
  }
}

function withoutBookkeeping({ updated_at, version, ...state }: Record<string, unknown>): TaskState {
  return state as unknown as TaskState;
}
