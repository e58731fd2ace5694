/**
 * Everything of a person's as one JSON document, read page by page and written
 * as it is read, so that its size doesn't matter. Never a secret: keys and
 * sessions are told without what opens them.
 */
import type { Database } from "../db/database.ts";
import { join, literal, type Sql, sql } from "../db/sql.ts";
import { entities } from "../operations/entities.ts";
import { findConnections } from "./connections.ts";
import type { KeyStore } from "./keys.ts";
import { findProfile } from "./queries.ts";
import { findSessions } from "./sessions.ts";

export interface ExportOptions {
  database: Database;
  keys: KeyStore;
}

const PAGE = 500;
/** Of rows that hold answers, each of which may be megabytes. */
const SMALL_PAGE = 10;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** A part of the export that may be long: rows in the order of a column that tells them apart. */
interface Part {
  from: (person: string) => Sql;
  columns: string;
  by: "id" | "seq";
  page?: number;
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columnsOf = (entity: "list" | "label" | "filter" | "task") =>
  ["id", ...entities[entity].columns].join(", ");

const ofSpace = (table: string) => (person: string) => sql`${literal(table)} where space_id = ${person}`;

const parts: Record<string, Part> = {
  lists: {
    from: ofSpace("lists"),
    columns: columnsOf("list"),
    by: "id",
  },
  labels: {
    from: ofSpace("labels"),
    columns: columnsOf("label"),
    by: "id",
  },
  filters: {
    from: ofSpace("filters"),
    columns: columnsOf("filter"),
    by: "id",
  },
  tasks: {
    from: ofSpace("tasks"),
    columns: columnsOf("task"),
    by: "id",
  },
  conversations: {
    from: ofSpace("conversations"),
    columns: "id, title, deleted_at, created_at, updated_at, version",
    by: "id",
  },
  messages: {
    from: ofSpace("messages"),
    columns: "id, conversation_id, run_id, role, text, created_at",
    by: "id",
  },
  runs: {
    from: ofSpace("agent_runs r"),
    columns: `id, conversation_id, status, model, response, input_tokens, output_tokens, error_code, error_message,
      created_at, updated_at, (select coalesce(json_agg(json_build_object('id', t.id, 'tool', t.tool, 'input', t.input,
        'output', t.output, 'status', t.status, 'created_at', ${utc("t.created_at")},
        'finished_at', ${utc("t.finished_at")}) order by t.position), '[]')
      from tool_calls t where t.space_id = r.space_id and t.run_id = r.id) as calls`,
    by: "id",
    page: SMALL_PAGE,
  },
  approvals: {
    from: ofSpace("approvals"),
    columns: `id, run_id, conversation_id, surface, tool, input, summary, targets, status, only_targets, result,
      created_at, decided_at`,
    by: "id",
    page: SMALL_PAGE,
  },
  journal: {
    from: ofSpace("journal"),
    columns: `seq, at, group_id, undoes, operation, surface, actor_id, conversation_id, run_id, entity, entity_id,
      name, before, after`,
    by: "seq",
  },
  feeds: {
    from: ofSpace("feeds"),
    columns: "id, name, list_id, kind, last_read_at, created_at",
    by: "id",
  },
  channels: {
    from: ofSpace("channels"),
    // Whoever knows the whole address of a browser can knock there.
    columns: `id, kind, name, case kind when 'push' then split_part(address, '/', 3) when 'webhook' then address end as address,
      enabled, confirmed_at, last_sent_at, last_error, failing_since, created_at`,
    by: "id",
  },
  deliveries: {
    from: (person) =>
      sql`(select id, kind, task_id, late, json_agg(json_build_object('channel', channel, 'channel_kind', channel_kind,
            'channel_name', channel_name, 'status', status, 'error', error, 'at', ${literal(utc("at"))}) order by at) as channels
          from deliveries where space_id = ${person} group by id, kind, task_id, late) d where true`,
    columns: "id, kind, task_id, late, channels",
    by: "id",
  },
  audit_events: {
    from: (person) => sql`audit_events where user_id = ${person}`,
    columns: "id, at, event, address, user_agent, details",
    by: "id",
  },
};

type Row = Record<string, unknown>;

/** Pieces of the document in order; together they are `{format, version, exported_at, profile, …}`. */
export async function* exportAccount(
  { database, keys }: ExportOptions,
  userId: string,
  now: Date,
): AsyncGenerator<string> {
  const { email, name, ...profile } = await findProfile(database, userId);
  const head = {
    format: "todo-account",
    version: 1,
    exported_at: now.toISOString(),
    profile: { name, email, ...profile },
    keys: (await keys.list(database, userId)).map(({ user_id, ...key }) => key),
    sessions: await findSessions(database, userId),
    connections: await findConnections(database, userId),
  };
  yield JSON.stringify(head).slice(0, -1);
  for (const [part, definition] of Object.entries(parts)) {
    yield `,\n${JSON.stringify(part)}:[`;
    let separator = "\n";
    for await (const rows of pagesOf(database, definition, userId)) {
      yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
      separator = ",\n";
    }
    yield "]";
  }
  yield "}\n";
}

async function* pagesOf(
  database: Database,
  { from, columns, by, page = PAGE }: Part,
  person: string,
): AsyncGenerator<Row[]> {
  let after: unknown = by === "seq" ? 0 : FIRST_ID;
  for (;;) {
    const rows = await database.rows<Row>(
      join(
        [
          literal(`select ${columns} from`),
          from(person),
          sql`and ${literal(by)} > ${after} order by ${literal(by)} limit ${page}`,
        ],
        " ",
      ),
    );
    if (rows.length > 0) yield rows;
    if (rows.length < page) return;
    after = rows.at(-1)?.[by];
  }
}
