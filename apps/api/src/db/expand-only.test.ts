/**
 * A rolling upgrade runs the previous release on the new schema, and a rollback
 * goes on there. So no migration may take away, rename or narrow what was
 * there before: each is applied to what the ones before it made, and
 * PostgreSQL's own catalogue is compared. What a function or a trigger does
 * can't be compared: a new one is a finding until somebody has looked at it.
 */
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeEach, describe, expect, inject, onTestFinished, test } from "vitest";
import { migrationsFolder } from "../files.ts";
import { databaseUrl, onServer } from "../testing/database.ts";
import { migrate } from "./migrate.ts";

interface Column {
  table: string;
  name: string;
  type: string;
  must_be_given: boolean;
  may_be_null: boolean;
}

interface Rule {
  table: string;
  name: string;
  definition: string;
  kind: "check" | "unique" | "foreign key" | "trigger";
  /** Of a foreign key: whether its rows stand in nobody's way who deletes what they refer to. */
  gives_way: boolean;
}

interface Routine {
  /** With the types of its arguments. */
  name: string;
  definition: string;
}

interface Catalogue {
  columns: Column[];
  /** Constraints, unique indexes and triggers: what may refuse or change a row that is written. */
  rules: Rule[];
  routines: Routine[];
}

const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull and not a.atthasdef and a.attidentity = '' as must_be_given,
    not a.attnotnull as may_be_null
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and not c.relispartition`;

const RULES = `
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition,
    case contype when 'c' then 'check' when 'f' then 'foreign key' else 'unique' end as kind,
    confdeltype = 'c' or confdeltype = 'n' and not exists (
      select from pg_attribute where attrelid = conrelid and attnum = any (coalesce(confdelsetcols, conkey)) and attnotnull
    ) as gives_way
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0 and conparentid = 0
  union all
  select i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), 'unique', false
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and i.indisunique and not c.relispartition
  union all
  select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), 'trigger', false
  from pg_trigger where not tgisinternal and tgparentid = 0`;

const ROUTINES = `
  select oid::regprocedure::text as name, pg_get_functiondef(oid) as definition
  from pg_proc p where pronamespace = 'public'::regnamespace and prokind <> 'a'
    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')`;

async function catalogueOf(url: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: columns } = await client.query<Column>(COLUMNS);
    const { rows: rules } = await client.query<Rule>(RULES);
    const { rows: routines } = await client.query<Routine>(ROUTINES);
    return { columns, rules, routines };
  } finally {
    await client.end();
  }
}

const idOf = ({ table, name }: { table: string; name: string }) => `${table}.${name}`;

/** What a program written for `before` can no longer do with `after`; empty when it can do all. */
function narrowings(before: Catalogue, after: Catalogue): string[] {
  const found = new Map(after.columns.map((column) => [idOf(column), column]));
  const lost = before.columns.flatMap((column) => {
    const now = found.get(idOf(column));
    if (!now) return [`${idOf(column)} is gone`];
    if (now.type !== column.type) return [`${idOf(column)} was ${column.type} and is ${now.type}`];
    const narrowed = (column.may_be_null && !now.may_be_null) || (now.must_be_given && !column.must_be_given);
    return narrowed ? [`${idOf(column)} must now be given`] : [];
  });
  const tables = new Set(before.columns.map(({ table }) => table));
  const columns = new Set(before.columns.map(idOf));
  const demanded = after.columns
    .filter((column) => tables.has(column.table) && !columns.has(idOf(column)) && column.must_be_given)
    .map((column) => `${idOf(column)} is new and must be given`);
  const isOld = ({ table }: Rule) => tables.has(table.replaceAll('"', ""));
  const stricter = added(before.rules, after.rules)
    .filter(isOld)
    .filter((rule) => !isHarmless(rule, columns))
    .map((rule) => `${idOf(rule)} is a new rule: ${rule.definition}`);
  // To the delete of an old row leads a row of cascades, in which one that doesn't go along is in the way.
  const inTheWay = added(before.rules, after.rules)
    .filter((rule) => !isOld(rule) && rule.kind === "foreign key" && !rule.gives_way)
    .map((rule) => `${idOf(rule)} keeps others from deleting: ${rule.definition}`);
  // Without a check more is allowed than before; all else is counted on, by "on conflict" or by what it deletes.
  const dropped = added(after.rules, before.rules)
    .filter(({ kind }) => kind !== "check")
    .map((rule) => `${idOf(rule)} is gone: ${rule.definition}`);
  return [
    ...new Set([...lost, ...demanded, ...stricter, ...inTheWay, ...dropped, ...changed(before, after)]),
  ];
}

/** The rules that only the second has. */
function added(first: Rule[], second: Rule[]): Rule[] {
  const textOf = ({ table, name, definition }: Rule) => `${table} ${name} ${definition}`;
  const known = new Set(first.map(textOf));
  return second.filter((rule) => !known.has(textOf(rule)));
}

function changed(before: Catalogue, after: Catalogue): string[] {
  const found = new Map(after.routines.map(({ name, definition }) => [name, definition]));
  return before.routines
    .filter(({ name, definition }) => found.get(name) !== definition)
    .map(({ name }) => `the function ${name} is ${found.has(name) ? "another" : "gone"}`);
}

/**
 * An index of those rows alone in which a new column is filled has none that a program wrote to whom the column is
 * unknown.
 */
function isHarmless({ table, definition }: Rule, known: Set<string>): boolean {
  const [, filled] = /^CREATE UNIQUE INDEX .* WHERE \(?\((\w+) IS NOT NULL\)(?! OR)/.exec(definition) ?? [];
  return filled !== undefined && !known.has(`${table}.${filled}`);
}

async function emptyDatabase(): Promise<string> {
  const server = inject("databaseServer");
  const name = `expand_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) => client.query(`create database ${name}`));
  onTestFinished(async () => {
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  return databaseUrl(server, name);
}

const versions = (await readdir(migrationsFolder))
  .filter((name) => name.endsWith(".sql"))
  .map((name) => Number(name.slice(0, 4)))
  .filter((version) => version > 1)
  .sort((a, b) => a - b);

/** What somebody looked at, and why the previous release lives with it. */
const lookedAt: Record<number, string[]> = {
  // It notes a session's end in a table of its own, and nothing that it does can fail for the one who deletes.
  3: [
    "session.remember_ended_session is a new rule: CREATE TRIGGER remember_ended_session AFTER DELETE ON public.session FOR EACH ROW EXECUTE FUNCTION remember_ended_session()",
  ],
  // It does what it did, and takes back the push channels of the session that ended.
  8: ["the function remember_ended_session() is another"],
};

test.each(versions)("migration %i leaves the previous release all it had", async (version) => {
  const url = await emptyDatabase();
  await migrate({ url, folder: migrationsFolder, upTo: version - 1 });
  const before = await catalogueOf(url);
  await migrate({ url, folder: migrationsFolder, upTo: version });
  expect(narrowings(before, await catalogueOf(url))).toEqual(lookedAt[version] ?? []);
});

describe("what would hurt the previous release is found", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "todo-expand-"));
    await cp(migrationsFolder, folder, { recursive: true });
    return () => rm(folder, { recursive: true });
  });

  test.each([
    ["alter table tasks drop column label_ids", "tasks.label_ids is gone"],
    ["alter table tasks rename column title to name", "tasks.title is gone"],
    ["alter table tasks rename to things", "tasks.title is gone"],
    ["alter table conversations alter column title type varchar(9)", "conversations.title was text and is"],
    ["alter table tasks alter column due_on set not null", "tasks.due_on must now be given"],
    ["alter table tasks alter column description drop default", "tasks.description must now be given"],
    ["alter table tasks add column colour text not null", "tasks.colour is new and must be given"],
    ["alter table tasks add constraint short check (length(title) < 9)", "tasks.short is a new rule"],
    ["create unique index one_title on tasks (title)", "tasks.one_title is a new rule"],
    ["create unique index one_day on tasks (title) where due_on is not null", "tasks.one_day is a new rule"],
    [
      "create function no() returns trigger language plpgsql as 'begin return null; end'; create trigger no before insert on tasks for each row execute function no()",
      "tasks.no is a new rule",
    ],
    [
      "create function late() returns trigger language plpgsql as 'begin raise exception $$no$$; end'; create trigger late after insert on tasks for each row execute function late()",
      "tasks.late is a new rule",
    ],
    ["drop index filters_name", "filters.filters_name is gone"],
    ["alter table channels drop constraint channels_user_id_kind_address_key", "is gone: UNIQUE (user_id"],
    ["alter table filters drop constraint filters_space_id_fkey", "filters.filters_space_id_fkey is gone"],
    ['drop trigger give_space on "user"', "give_space is gone: CREATE TRIGGER"],
    [
      "create table notes (space_id uuid references spaces)",
      "notes.notes_space_id_fkey keeps others from deleting",
    ],
    [
      "create table notes (space_id uuid not null references spaces on delete set null)",
      "notes.notes_space_id_fkey keeps others from deleting",
    ],
    [
      "create table notes (id int primary key, space_id uuid references spaces on delete cascade); create table pages (note_id int references notes)",
      "pages.pages_note_id_fkey keeps others from deleting",
    ],
    [
      "create or replace function give_space() returns trigger language plpgsql as 'begin return null; end'",
      "the function give_space() is another",
    ],
    ["drop function empty_space() cascade", "the function empty_space() is gone"],
  ])("%s", async (statement, finding) => {
    const url = await emptyDatabase();
    await migrate({ url, folder: migrationsFolder });
    const before = await catalogueOf(url);
    await writeFile(join(folder, "9999_narrower.sql"), statement);
    await migrate({ url, folder });
    expect(narrowings(before, await catalogueOf(url)).join("\n")).toContain(finding);
  });

  test("and what only adds is not", async () => {
    const url = await emptyDatabase();
    await migrate({ url, folder: migrationsFolder });
    const before = await catalogueOf(url);
    await writeFile(
      join(folder, "9999_wider.sql"),
      "alter table tasks add column colour text not null default ''; create table colours (name text primary key, space_id uuid not null references spaces on delete cascade, session_id uuid references \"session\" on delete set null); alter table filters drop constraint filters_query_check; create function shade() returns text language sql as 'select null'; create index by_colour on tasks (colour); alter table tasks add column shade text; create unique index by_shade on tasks (space_id, shade) where shade is not null",
    );
    await migrate({ url, folder });
    expect(narrowings(before, await catalogueOf(url))).toEqual([]);
  });
});
