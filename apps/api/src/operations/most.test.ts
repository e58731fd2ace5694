/** What is answered whole has an end, by whichever way more of it is made. */
import { limits } from "@todo/contract";
import { expect, test } from "vitest";
import { literal, type Sql, sql } from "../db/sql.ts";
import { createWorld, type Person } from "../testing/world.ts";

interface Bounded {
  most: number;
  /** What its rows need beside name and times. */
  also?: { columns: Sql; values: Sql };
  /** Each way to make one more of this name. */
  ways: Record<string, (ada: Person, name: string) => Promise<unknown>>;
  remove: (ada: Person, name: string) => Promise<unknown>;
}

const nothing = { columns: literal(""), values: literal("") };

const kinds: Record<string, Bounded> = {
  lists: {
    most: limits.lists,
    also: { columns: literal(", position"), values: literal(", 'a0'") },
    ways: {
      "adding it": (ada, name) => ada.add_list({ name }),
      "a task for it": (ada, name) => ada.add_task({ title: "call mom", list: name }),
    },
    remove: (ada, name) => ada.delete_list({ list_id: name }),
  },
  labels: {
    most: limits.labels,
    ways: { "a task with it": (ada, name) => ada.add_task({ title: "call mom", labels: [name] }) },
    remove: (ada, name) => ada.delete_label({ label_id: name }),
  },
  filters: {
    most: limits.filters,
    also: { columns: literal(", position, query"), values: literal(", 'a0', 'p1'") },
    ways: { "adding it": (ada, name) => ada.add_filter({ name, query: "p1" }) },
    remove: (ada, name) => ada.delete_filter({ filter_id: name }),
  },
};

const cases = Object.entries(kinds).flatMap(([table, { ways }]) =>
  Object.keys(ways).map((way) => ({ table, way })),
);

test.each(cases)("no more $table than there may be, by $way", async ({ table, way }) => {
  const { most, also = nothing, ways, remove } = kinds[table]!;
  const world = await createWorld();
  const ada = await world.as("ada");
  await world.database.rows(sql`
    insert into ${literal(table)} (space_id, name, id, created_at, updated_at${also.columns})
    select ${ada.id}, 'one of many ' || n, gen_random_uuid(), now(), now()${also.values}
    from generate_series(1, ${most}) n`);
  const make = ways[way]!;

  await expect(make(ada, "too many")).rejects.toMatchObject({
    code: "conflict",
    reason: `too_many_${table}`,
    params: { most },
  });
  await remove(ada, "one of many 1");
  await make(ada, "the last");
});
