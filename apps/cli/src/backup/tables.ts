/** The tables as PostgreSQL's own catalogue describes them, so that a table which a later migration makes is never forgotten. */
import pg from "pg";
import { BackupError } from "./trouble.ts";

export interface Table {
  name: string;
  /** Without those that PostgreSQL computes. */
  columns: string[];
  /** SQL that orders by the primary key, the same on every server. */
  order: string;
  hasTriggers: boolean;
  /** Tables that its rows refer to. */
  refersTo: string[];
}

export const quoted = pg.escapeIdentifier;

/** What COPY writes must not depend on how a server is set up, nor end because a copy takes its time. */
export const SETTINGS = [
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local timezone = 'UTC'",
  "set local extra_float_digits = 1",
  "set local bytea_output = 'hex'",
  "set local statement_timeout = 0",
  "set local idle_in_transaction_session_timeout = 0",
].join("; ");

/** The ledger of migrations is described by the backup's header instead. */
export const LEDGER = "schema_migrations";

/** All tables of the schema but the ledger, each after those that it refers to. */
export async function describeTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns,
       (select string_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
           order by k.place)
         from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, place)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as "order",
       exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as "hasTriggers",
       array(select distinct f.relname::text from pg_constraint r join pg_class f on f.oid = r.confrelid
         where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as "refersTo"
     from pg_class c
     where c.relnamespace = current_schema()::text::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> $1
       and not exists (select from pg_depend d
         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
    [LEDGER],
  );
  return inOrderOfReference(rows);
}

function inOrderOfReference(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ refersTo }) => !refersTo.some((name) => waiting.has(name)));
    if (ready.length === 0) {
      const names = [...waiting.keys()].join(", ");
      throw new BackupError(`The tables ${names} refer to each other in a circle.`, "Back up with pg_dump.");
    }
    for (const table of ready) waiting.delete(table.name);
    ordered.push(...ready);
  }
  return ordered;
}

/** The statement that gives a table's rows in an order that is always the same. */
export function copyOut({ name, order }: Pick<Table, "name" | "order">, columns: string[]): string {
  const list = columns.map(quoted).join(", ");
  return `copy (select ${list} from ${quoted(name)} order by ${order}) to stdout`;
}

export interface AppliedMigration {
  version: number;
  hash: string;
}

/** Undefined: Todo has never been in this database. */
export async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[] | undefined> {
  const { rows: found } = await client.query("select to_regclass($1) is not null as there", [LEDGER]);
  if (!found[0].there) return undefined;
  const { rows } = await client.query<AppliedMigration>(
    `select version, hash from ${LEDGER} order by version`,
  );
  return rows;
}

export const versionOf = (migrations: AppliedMigration[]) =>
  Math.max(0, ...migrations.map(({ version }) => version));
