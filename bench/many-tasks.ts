/**
 * Gives somebody very many tasks, as if they had used the product for years:
 * written by SQL, because it is their number that matters here, not how they
 * came. The same seed gives the same tasks.
 */
import { onDatabase } from "./stack.ts";

/** Titles hold one of `rare` once in all, one of `common` in a fifth, `some` in a hundredth of them. */
export const words = { rare: "zeppelin", common: "call", some: "groceries", typo: "grocries" };

const verbs = "buy write read plan fix clean book send check pay order sort learn paint update".split(" ");
const things = (
  "report garden invoice kitchen bicycle passport letter budget shelf lamp window ticket slides meeting " +
  "holiday printer battery dentist insurance newsletter backup server contract curtain recipe"
).split(" ");
const people = "ada bob chen dora emil fatima george hanna ivan julia karim lena mei noor omar".split(" ");

const textArray = (items: string[]) => `array[${items.map((item) => `'${item}'`).join(", ")}]`;
/** One of them, the earlier ones more often. */
const oneOf = (items: string[]) =>
  `(${textArray(items)})[1 + floor(power(random(), 1.5) * ${items.length})::int]`;

/** 20 lists, 30 labels; the first of each is the most used. Six in ten tasks are completed, of the old ones nearly all. */
const seed = `
  select setseed(0.42);
  insert into lists (space_id, id, name, position, created_at, updated_at)
    select :space, gen_random_uuid(), 'List ' || n, 'h' || lpad(to_hex(n), 8, '0'), now(), now()
    from generate_series(1, 20) n;
  insert into labels (space_id, id, name, created_at, updated_at)
    select :space, gen_random_uuid(), 'label ' || n, now(), now() from generate_series(1, 30) n;
  with l as (select array_agg(id order by position) as lists from lists where space_id = :space),
    b as (select array_agg(id order by substr(name, 7)::int) as labels from labels where space_id = :space),
    raw as (
      select n, now() - (:count - n) * interval '730 days' / :count as created_at,
        case when n % 100 = 37 then 'buy ${words.some}' when n % 5 = 0 then '${words.common} ' || ${oneOf(people)}
          else ${oneOf(verbs)} || ' the ' || ${oneOf(things)} end as what,
        random() as listed, random() as labelled, random() as prioritized, random() as dated, random() as timed,
        random() as done, random() as explained, random() as day
      from generate_series(1, :count) n)
  insert into tasks (space_id, id, number, title, description, priority, list_id, label_ids, due_on, due_time, time_zone,
    position, completed_at, deleted_at, created_at, updated_at)
  select :space, gen_random_uuid(), n,
    case when n = :count / 2 + 1 then 'ask about the ${words.rare}' else what || ' ' || ${oneOf(things)} end,
    case when explained < 0.3 then 'for ' || ${oneOf(people)} || ', see the ' || ${oneOf(things)} else '' end,
    (case when prioritized < 0.6 then 'none' when prioritized < 0.75 then 'low' when prioritized < 0.88 then 'medium'
      when prioritized < 0.97 then 'high' else 'urgent' end)::priority,
    case when listed < 0.75 then lists[1 + floor(power(listed / 0.75, 2) * 20)::int] end,
    case when labelled < 0.4 then array[labels[1 + floor(power(labelled / 0.4, 2) * 30)::int]] else '{}' end,
    case when dated < 0.7 then (now() + (day * 730 - 365) * interval '1 day')::date end,
    case when dated < 0.2 then lpad(floor(timed * 24)::text, 2, '0') || ':30' end,
    case when dated < 0.2 then 'Europe/Berlin' end,
    'h' || lpad(to_hex(n), 8, '0'),
    case when done < least(0.98, 1.25 * (1 - n::float / :count)) then created_at + interval '1 day' end,
    case when n % 50 = 0 then created_at + interval '2 days' end,
    created_at, created_at
  from raw, l, b;
  update tasks set parent_id = (select id from tasks where space_id = :space and number = :count / 4)
    where space_id = :space and number between :count / 4 + 1 and :count / 4 + 10;
  update spaces set next_number = :count + 1 where id = :space`;

/** `spaceId` is a UUID that the server gave; `count` is at least 100. */
export async function giveTasks(databaseUrl: string, spaceId: string, count: number): Promise<void> {
  await onDatabase(
    databaseUrl,
    seed.replaceAll(":space", `'${spaceId}'::uuid`).replaceAll(":count", `${count}`),
  );
}

/** What autovacuum would have done meanwhile. */
export const settle = (databaseUrl: string) => onDatabase(databaseUrl, "vacuum analyze");
