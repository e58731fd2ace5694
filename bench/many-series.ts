/**
 * Gives people very many tasks that come back, each with a reminder and its row
 * in the schedule: written by SQL, as the API would have written them, because
 * it is their number that matters here, not how they came.
 */
import { onDatabase } from "./stack.ts";

/** Due at nine in Berlin, from tomorrow on over three years; reminded half an hour before. */
const filling = `
  set local session_replication_role = replica;
  set local maintenance_work_mem = '512MB';
  set local synchronous_commit = off;
  create temp table later on commit drop as
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename in ('tasks', 'notices')
      and indexname not in (select conname from pg_constraint);
  do $$ declare one record; begin
    for one in select name from later loop execute format('drop index %I', one.name); end loop;
  end $$;
  with series as (
    select n, (array[:people]::uuid[])[1 + n % :count_people] as space_id, gen_random_uuid() as id, gen_random_uuid() as series_id,
      gen_random_uuid() as reminder_id, current_date + 1 + (n % 1095) as due_on,
      (array['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY'])[1 + n % 3] as rrule
    from generate_series(:first, :last) n
  ), added as (
    insert into tasks (space_id, id, number, title, due_on, due_time, time_zone, position, created_at, updated_at,
      series_id, occurrence, recurrence, reminders)
    select space_id, id, n, 'water plant ' || n, due_on, '09:00', 'Europe/Berlin', 'h' || lpad(to_hex(n), 8, '0'), now(), now(),
      series_id, due_on || 'T09:00',
      jsonb_build_object('rrule', rrule, 'after_completion', false, 'time_zone', 'Europe/Berlin', 'starts_on', due_on, 'except', '[]'::jsonb),
      jsonb_build_array(jsonb_build_object('id', reminder_id, 'minutes_before', 30))
    from series
  )
  insert into notices (space_id, slot, user_id, task_id, id, due_at, zone_rules)
  select space_id, id || ':' || reminder_id, space_id, id, gen_random_uuid(),
    (due_on + time '08:30') at time zone 'Europe/Berlin' + n % 60 * interval '1 second', '9999z' from series;
  update spaces set next_number = greatest(next_number, :last + 1) where id = any(array[:people]::uuid[]);
  do $$ declare one record; begin
    for one in select definition from later loop execute one.definition; end loop;
  end $$;`;

/** Those with the numbers `first` to `last`, shared out among people (UUIDs that the server gave). */
export async function giveSeries(
  databaseUrl: string,
  people: string[],
  { first, last }: { first: number; last: number },
): Promise<void> {
  await onDatabase(
    databaseUrl,
    filling
      .replaceAll(":people", people.map((id) => `'${id}'`).join(", "))
      .replaceAll(":count_people", `${people.length}`)
      .replaceAll(":first", `${first}`)
      .replaceAll(":last", `${last}`),
  );
}
