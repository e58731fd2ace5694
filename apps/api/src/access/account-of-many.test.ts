/** An account that holds more than one statement may take at once. */
import { expect, test } from "vitest";
import { literal, sql } from "../db/sql.ts";
import { ownDatabase } from "../testing/own-database.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";

/** Per table, how many rows of one person one statement may touch. */
const most = { conversations: 100, notices: 10_000, deliveries: 10_000, tasks: 10_000, journal: 10_000 };
const MANY = 10_500;

/** From then on a statement that removes or changes more rows of a table fails. */
async function holdToParts({ database }: World) {
  await database.rows(sql`
    create function refuse_many() returns trigger language plpgsql as $$
    begin
      if (select count(*) from gone) > tg_argv[0]::int then
        raise exception 'One statement touched more of % than %', tg_table_name, tg_argv[0];
      end if;
      return null;
    end $$`);
  for (const [table, rows] of Object.entries(most))
    for (const event of ["delete", "update"])
      await database.rows(
        literal(`create trigger no_more_at_once_${event} after ${event} on ${table} referencing old table as gone
                 for each statement execute function refuse_many(${rows})`),
      );
}

/** All tasks are below the first, and everything has to do with that. */
async function fill({ database }: World, { id }: Person) {
  const one = sql`md5(${id} || n)::uuid`;
  const many = sql`generate_series(1, ${MANY}) n`;
  for (const statement of [
    sql`insert into tasks (space_id, id, number, title, position, parent_id, created_at, updated_at)
        select ${id}, ${one}, n, 'one of many', 'h' || lpad(to_hex(n), 8, '0'),
          case when n > 1 then md5(${id} || 1)::uuid end, now(), now() from ${many}`,
    sql`insert into journal (space_id, seq, at, group_id, operation, surface, actor_id, entity, entity_id, name)
        select ${id}, 1000000 + n, now(), ${one}, 'add_task', 'rest', ${id}, 'task', ${one}, 'one of many' from ${many}`,
    sql`insert into notices (space_id, slot, user_id, task_id, id, due_at, zone_rules)
        select ${id}, 'many/' || n, ${id}, ${one}, ${one}, now() + interval '1 year', '2026a' from ${many}`,
    sql`insert into deliveries (space_id, id, channel, kind, channel_kind, channel_name, status, at)
        select ${id}, ${one}, 'page', 'reminder', 'page', 'Page', 'sent', now() from ${many}`,
    sql`insert into conversations (space_id, id, user_id, title, created_at, updated_at)
        select ${id}, ${one}, ${id}, 'one of many', now(), now() from generate_series(1, 250) n`,
  ])
    await database.rows(statement);
}

test("deleting an account with very many things removes all of them, so many a statement", async () => {
  const world = await createWorld({ environment: { DATABASE_URL: await ownDatabase() } });
  const ada = await world.as("ada");
  await fill(world, ada);
  await holdToParts(world);
  const left = async () => {
    const counts = Object.keys(most).map(async (table) => {
      const [row] = await world.database.rows<{ count: number }>(
        sql`select count(*)::int as count from ${literal(table)} where space_id = ${ada.id}`,
      );
      return [table, row!.count];
    });
    return Object.fromEntries(await Promise.all(counts));
  };
  expect(await left()).toMatchObject({ tasks: MANY, notices: MANY, deliveries: MANY, conversations: 250 });

  const response = await ada.fetch("/api/account/delete", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ password: PASSWORD }),
  });

  expect(response.status, await response.text()).toBe(200);
  expect(await left()).toEqual({ conversations: 0, notices: 0, deliveries: 0, tasks: 0, journal: 0 });
});
