/**
 * Governments change their clocks. What is still to be sent and was worked out
 * with an older release of the time zone database is worked out anew; the rows
 * that it says something else of change, the others only note the release.
 */
import type { Database, Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import { type PersonsDay, personsDay, reminding, zoneRules } from "./queries.ts";
import { DIGEST, digestOf, type Reminding, remindersOf } from "./schedule.ts";

const AT_ONCE = 500;

/** Gives how many instants changed. */
export async function applyZoneRules(database: Database, now: Date): Promise<number> {
  let changed = 0;
  for (let place: Place | undefined = START; place; ) {
    const from: Place = place;
    const done = await database.transaction((db) => applyToSome(db, from, now));
    changed += done.changed;
    place = done.last;
  }
  return changed;
}

interface Place {
  space_id: string;
  slot: string;
}

const START: Place = { space_id: "00000000-0000-0000-0000-000000000000", slot: "" };

interface Scheduled extends Place {
  id: string;
  due_at: string;
}

interface Facts extends Place {
  person: PersonsDay;
  task: Reminding | null;
}

/**
 * First the rows are held, then tasks are read: whoever changes a task meanwhile waits for its notice and then writes
 * it. A row that somebody is at is theirs to write; it is found again the next time.
 */
async function applyToSome(db: Reader, from: Place, now: Date): Promise<{ changed: number; last?: Place }> {
  const held = await db.rows<Scheduled>(
    sql`select space_id, slot, id, due_at from notices
        where (space_id, slot) > (${from.space_id}, ${from.slot}) and sent_at is null and due_at > ${now}
          and zone_rules < ${zoneRules}
        order by space_id, slot limit ${AT_ONCE} for update skip locked`,
  );
  const last = held.at(-1);
  if (!last) return { changed: 0 };
  const facts = await db.rows<Facts>(
    sql`select n.space_id, n.slot,
          (select to_json(f) from (select ${personsDay} from profiles p where p.space_id = n.space_id) f) as person,
          (select to_json(f) from (select ${reminding} from tasks t where t.space_id = n.space_id and t.id = n.task_id) f) as task
        from notices n join unnest(${held.map(({ space_id }) => space_id)}::uuid[], ${held.map(({ slot }) => slot)}::text[])
          as held (space_id, slot) on n.space_id = held.space_id and n.slot = held.slot`,
  );
  const known = new Map(facts.map((one) => [`${one.space_id}/${one.slot}`, one]));
  const anew = held.map((row) => {
    const { id, due_at } = instantNow(row, known.get(`${row.space_id}/${row.slot}`), now);
    return { ...row, id, due_at };
  });
  await db.rows(
    sql`update notices n set due_at = w.due_at, id = w.id, zone_rules = ${zoneRules},
          lease_owner = case when n.id = w.id then n.lease_owner end
        from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as w (space_id uuid, slot text, id uuid, due_at timestamptz)
        where n.space_id = w.space_id and n.slot = w.slot`,
  );
  const changed = anew.filter(({ due_at }, index) => due_at !== held[index]!.due_at).length;
  return { changed, last };
}

/** As it is by the rules of here. What is over by them is sent as soon as can be. */
function instantNow(row: Scheduled, facts: Facts | undefined, now: Date): Pick<Scheduled, "id" | "due_at"> {
  if (!facts) return row;
  const { person, task } = facts;
  const wanted =
    row.slot === DIGEST
      ? digestOf(row.space_id, person, now)
      : task
        ? remindersOf(row.space_id, task, person, now)
        : [];
  const found = wanted.find(({ slot }) => slot === row.slot);
  return found ?? row;
}
