/** Runs in the database, and who may write for them. Every statement of a person's starts from the space. */
import type { Effect } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, type Sql, sql } from "../db/sql.ts";

export type RunStatus = "running" | "waiting" | "completed" | "failed" | "cancelled";

export interface RunRow {
  space_id: string;
  id: string;
  conversation_id: string;
  user_id: string;
  status: RunStatus;
  model: string;
  time_zone: string | null;
  state: string | null;
  /** The question that is answered. */
  message_id: string | null;
  /** The instant that “today” means in it. */
  as_of: string;
  lease_epoch: number;
  take_overs: number;
}

/** What carries a run. */
export type HeldRun = Omit<RunRow, "status" | "model">;

export interface Owner {
  space_id: string;
  user_id: string;
}

/** The right to write for a run. Whoever takes the run over raises the epoch, and the earlier lease is worth nothing. */
export interface Lease {
  space_id: string;
  run_id: string;
  epoch: number;
}

/** Whose a lease is, and for how long: by the database's clock, which all processes share. */
export interface Tenure {
  owner: string;
  leaseMs: number;
}

const columns = literal(
  ["space_id", "id", "conversation_id", "user_id", "status", "model", "time_zone", "state"]
    .concat(["lease_epoch", "take_overs"])
    .map((column) => `r.${column}`)
    .concat("coalesce(r.as_of, r.created_at) as as_of")
    .concat(
      `coalesce(r.message_id, (select m.id from messages m
        where m.space_id = r.space_id and m.run_id = r.id and m.role = 'user' limit 1)) as message_id`,
    )
    .join(", "),
);

/** Of a conversation that isn't deleted. */
export async function findRun(db: Reader, owner: Owner, id: string): Promise<RunRow | undefined> {
  return first<RunRow>(db, ofOwner(owner, id));
}

/** The same, and nobody writes for it until the transaction ends. */
export async function lockRun(db: Reader, owner: Owner, id: string): Promise<RunRow | undefined> {
  return first<RunRow>(db, sql`${ofOwner(owner, id)} for no key update of r`);
}

const ofOwner = ({ space_id, user_id }: Owner, id: string) => sql`
  select ${columns} from agent_runs r join conversations c on c.space_id = r.space_id and c.id = r.conversation_id
  where r.space_id = ${space_id} and r.id = ${id} and r.user_id = ${user_id} and c.deleted_at is null`;

/** What the credential that began a run was allowed; nobody who takes it over may do more. */
export function scopesOf({ state }: Pick<RunRow, "state">): Effect[] {
  const { scopes = [] } = JSON.parse(state ?? "{}") as { scopes?: Effect[] };
  return scopes;
}

const until = ({ leaseMs }: Tenure) => sql`now() + make_interval(secs => ${leaseMs / 1000})`;

/** As columns of a new row: owner, epoch and end. */
export const firstLease = (tenure: Tenure): Sql => sql`${tenure.owner}, 1, ${until(tenure)}`;

/** What gives a run to another holder. */
const taken = (tenure: Tenure) => sql`
  status = 'running', lease_owner = ${tenure.owner}, lease_epoch = lease_epoch + 1,
  lease_expires_at = ${until(tenure)}, updated_at = now()`;

/** Takes a run from whoever holds it, or from its rest. The row must be locked. */
export async function takeRun(db: Reader, run: RunRow, tenure: Tenure, asOf: string): Promise<RunRow> {
  const row = await first<RunRow>(
    db,
    sql`update agent_runs r set ${taken(tenure)}, take_overs = 0, as_of = ${asOf}
        where r.space_id = ${run.space_id} and r.id = ${run.id} returning ${columns}`,
  );
  return row!;
}

/**
 * Runs of any space whose holder is gone, but for those named; each is given to one caller. Runs without a lease were
 * begun by an earlier version.
 */
export async function takeAbandonedRuns(
  db: Reader,
  tenure: Tenure,
  { limit, except }: { limit: number; except: string[] },
): Promise<RunRow[]> {
  return db.rows(
    sql`with free as materialized (
          select space_id, id from agent_runs
          where status = 'running' and (lease_expires_at < now()
            or (lease_expires_at is null and updated_at < now() - interval '60 seconds'))
            and id <> all (${except}::uuid[])
          order by lease_expires_at limit ${limit} for no key update skip locked)
        update agent_runs r set ${taken(tenure)}, take_overs = take_overs + 1 from free
        where r.space_id = free.space_id and r.id = free.id returning ${columns}`,
  );
}

/** Gives the ids of the runs that are still held; one whose row is being written at this moment counts as held. */
export async function renewLeases(db: Reader, tenure: Tenure, leases: Lease[]): Promise<Set<string>> {
  const held = sql`
    select r.space_id, r.id from agent_runs r join jsonb_to_recordset(${JSON.stringify(leases)}::jsonb)
      as l (space_id uuid, run_id uuid, epoch integer)
      on r.space_id = l.space_id and r.id = l.run_id and r.lease_epoch = l.epoch
    where r.status = 'running'`;
  const renewed = await db.rows<{ id: string }>(
    sql`with own as materialized (${held} for no key update of r skip locked)
        update agent_runs r set lease_expires_at = ${until(tenure)}, updated_at = now() from own
        where r.space_id = own.space_id and r.id = own.id returning r.id`,
  );
  const others = renewed.length < leases.length ? await db.rows<{ id: string }>(held) : [];
  return new Set([...renewed, ...others].map(({ id }) => id));
}

/** Lets others go on at once. */
export async function releaseLeases(db: Reader, leases: Lease[]): Promise<void> {
  await db.rows(
    sql`update agent_runs r set lease_expires_at = '-infinity'
        from jsonb_to_recordset(${JSON.stringify(leases)}::jsonb) as l (space_id uuid, run_id uuid, epoch integer)
        where r.space_id = l.space_id and r.id = l.run_id and r.lease_epoch = l.epoch and r.status = 'running'`,
  );
}

/** A condition: the run is running, and the lease still counts. */
export const heldBy = ({ space_id, run_id, epoch }: Lease): Sql =>
  sql`space_id = ${space_id} and id = ${run_id} and lease_epoch = ${epoch} and status = 'running'`;

/** No lease is needed any more. */
const RESTING = literal("lease_owner = null, lease_expires_at = null, updated_at = now()");

/** What a run becomes when it ends or waits; `error` is told to the person. */
export interface RunEnd {
  status: Exclude<RunStatus, "running">;
  response: string;
  error?: { code: string; message: string };
}

export const endingOf = ({ status, response, error }: RunEnd): Sql => sql`
  status = ${status}, response = ${response}, error_code = ${error?.code ?? null},
  error_message = ${error?.message ?? null}, ${RESTING}`;
