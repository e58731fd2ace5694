/** Channels and what was sent by them. The addresses are a person's own; their secrets stay sealed here. */
import type { Channel, Delivery } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, type Sql, sql } from "../db/sql.ts";
import type { DeliveryPlace } from "./delivery-place.ts";
import type { Message } from "./message.ts";
import type { Told } from "./outcome.ts";

export interface ChannelRow extends Channel {
  /** Sealed; an e-mail address has none. */
  secret: string | null;
}

/** Whose channels. */
export interface Owner {
  space_id: string;
  user_id: string;
}

/** An account has one address; it is kept there alone. */
const ACCOUNT_ADDRESS = "account";

const columns =
  literal(`c.id, c.kind, c.name, case c.kind when 'email' then u.email else c.address end as address,
  c.enabled, c.confirmed_at, c.last_sent_at, c.last_error, c.failing_since, c.created_at, c.version`);

/** A browser whose session ran out is told nothing, whether or not its row is cleaned up. */
const ofOwner = ({ space_id, user_id }: Owner) =>
  sql`from channels c join "user" u on u.id = c.user_id where c.space_id = ${space_id} and c.user_id = ${user_id}
        and (c.session_id is null
          or exists (select from "session" s where s.id = c.session_id and s."expiresAt" > now()))`;

export const findChannels = (db: Reader, owner: Owner): Promise<ChannelRow[]> =>
  db.rows<ChannelRow>(sql`select ${columns}, c.secret ${ofOwner(owner)} order by c.created_at, c.id`);

export const findChannel = (db: Reader, owner: Owner, id: string): Promise<ChannelRow | undefined> =>
  first<ChannelRow>(db, sql`select ${columns}, c.secret ${ofOwner(owner)} and c.id = ${id}`);

/** The same, each with whether it has taken this message already. */
export const findChannelsFor = (db: Reader, message: Message): Promise<(ChannelRow & { took: boolean })[]> =>
  db.rows<ChannelRow & { took: boolean }>(
    sql`select ${columns}, c.secret, exists (select from deliveries d where d.space_id = c.space_id
          and d.id = ${message.id} and d.channel = c.id::text and d.status = 'sent') as took
        ${ofOwner(message)} order by c.created_at, c.id`,
  );

export interface NewChannel extends Owner {
  id: string;
  kind: Channel["kind"];
  name: string;
  /** What one that is there already is called from now on; left out: as before. */
  rename?: string;
  /** Left out for e-mail. */
  address?: string;
  secret?: string;
  /** It ends with this session. */
  session_id?: string;
  created_at: Date;
}

/** One that is there already is switched on and gets the new secret. Gives its id. */
export async function saveChannel(db: Reader, channel: NewChannel): Promise<string> {
  const name = sql`coalesce(${channel.rename ?? null}, channels.name)`;
  const row = await first<{ id: string }>(
    db,
    sql`${insertion(channel)} on conflict (user_id, kind, address) do update
          set name = ${name}, secret = excluded.secret, session_id = excluded.session_id, enabled = true, last_error = null,
            failing_since = null, version = ${countedOn(name, sql`true`)}
        returning id`,
  );
  return row!.id;
}

/** The person's e-mail channel, made when there is none; one that was switched off stays so. */
export async function findOrMakeEmail(db: Reader, channel: NewChannel): Promise<ChannelRow | undefined> {
  await db.rows(sql`${insertion(channel)} on conflict (user_id, kind, address) do nothing`);
  return first<ChannelRow>(db, sql`select ${columns}, c.secret ${ofOwner(channel)} and c.kind = 'email'`);
}

/** Of a person who is there: the account may go while a message is on its way. */
const insertion = ({
  space_id,
  user_id,
  id,
  kind,
  name,
  address,
  secret,
  session_id,
  created_at,
}: NewChannel): Sql =>
  sql`insert into channels (space_id, id, user_id, kind, name, address, secret, session_id, created_at)
      select ${space_id}::uuid, ${id}::uuid, u.id, ${kind}, ${name}, ${address ?? ACCOUNT_ADDRESS}, ${secret ?? null},
        ${session_id ?? null}::uuid, ${created_at}::timestamptz from "user" u where u.id = ${user_id}`;

/** The id that such a channel has, were it one of a session that ran out. */
export const findSameChannel = async (
  db: Reader,
  { space_id, user_id }: Owner,
  { kind, address = ACCOUNT_ADDRESS }: Pick<NewChannel, "kind" | "address">,
): Promise<string | undefined> => {
  const row = await first<{ id: string }>(
    db,
    sql`select id from channels where space_id = ${space_id} and user_id = ${user_id} and kind = ${kind}
          and address = ${address}`,
  );
  return row?.id;
};

export async function updateChannel(
  db: Reader,
  { space_id, user_id }: Owner,
  id: string,
  {
    name,
    enabled,
    confirmed_at,
  }: { name?: string | undefined; enabled?: boolean | undefined; confirmed_at?: Date },
): Promise<void> {
  const newName = sql`coalesce(${name ?? null}, channels.name)`;
  const newEnabled = sql`coalesce(${enabled ?? null}, channels.enabled)`;
  await db.rows(
    sql`update channels set name = ${newName}, enabled = ${newEnabled},
          confirmed_at = coalesce(${confirmed_at ?? null}, confirmed_at), version = ${countedOn(newName, newEnabled)}
        where space_id = ${space_id} and user_id = ${user_id} and id = ${id}`,
  );
}

/** The version, counted on where the channel gets another name, or is switched on or off. */
const countedOn = (name: Sql, enabled: Sql): Sql =>
  sql`channels.version + ((${name}, ${enabled}) <> (channels.name, channels.enabled))::int`;

/** Whether the session is there; if so, it can't end before the transaction does. */
export async function holdSession(db: Reader, id: string): Promise<boolean> {
  const rows = await db.rows(
    sql`select id from "session" where id = ${id}::uuid and "expiresAt" > now() for key share`,
  );
  return rows.length > 0;
}

/** Takes from a session what ends with it, and holds the session: nobody ends it before the transaction does. Gives the ids. */
export async function detachFromSession(db: Reader, id: string): Promise<string[]> {
  // The account's row first, as whoever deletes the account has it: in the other order each would wait for the other.
  await db.rows(
    sql`select s.id from "user" u join "session" s on s."userId" = u.id where s.id = ${id}::uuid
        for key share of u for update of s`,
  );
  const rows = await db.rows<{ id: string }>(
    sql`update channels set session_id = null where session_id = ${id}::uuid returning id`,
  );
  return rows.map((row) => row.id);
}

export async function attachToSession(db: Reader, ids: string[], sessionId: string): Promise<void> {
  await db.rows(sql`update channels set session_id = ${sessionId}::uuid where id = any(${ids}::uuid[])`);
}

export async function deleteChannel(db: Reader, { space_id, user_id }: Owner, id: string): Promise<void> {
  await db.rows(
    sql`delete from channels where space_id = ${space_id} and user_id = ${user_id} and id = ${id}`,
  );
}

/** What came of sending one message by one channel. */
export interface Attempt {
  channel: ChannelRow;
  outcome: Told;
}

/** That a channel took a message stays, whatever comes of a repetition. */
export async function recordDeliveries(
  db: Reader,
  { space_id, id, kind, task, late }: Message,
  attempts: Attempt[],
  at: Date,
): Promise<void> {
  const rows = attempts.map(({ channel, outcome }) => ({
    channel: channel.id,
    channel_kind: channel.kind,
    channel_name: channel.name,
    ...outcome,
  }));
  await db.rows(
    sql`insert into deliveries (space_id, id, channel, kind, task_id, channel_kind, channel_name, status, late, error, at)
        select s.id, ${id}::uuid, r.channel, ${kind}, ${task?.id ?? null}::uuid, r.channel_kind, r.channel_name, r.status,
          ${late}, r.error, ${at}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (channel text, channel_kind text, channel_name text, status text, error text)
        join spaces s on s.id = ${space_id}
        on conflict (space_id, id, channel) do update set status = excluded.status, error = excluded.error, at = excluded.at
          where deliveries.status <> 'sent'`,
  );
}

/** How a channel does: when it last took something, or since when and why it doesn't. One whose browser is gone goes. */
export async function recordState(
  db: Reader,
  { space_id }: Owner,
  { channel, outcome }: Attempt,
  at: Date,
): Promise<void> {
  const place = sql`where space_id = ${space_id} and id = ${channel.id}`;
  if (outcome.status === "sent")
    await db.rows(
      sql`update channels set last_sent_at = ${at}, last_error = null, failing_since = null ${place}`,
    );
  else if (outcome.status === "gone" && channel.kind === "push")
    await db.rows(sql`delete from channels ${place}`);
  else {
    const enabled = sql`channels.enabled and ${outcome.status !== "gone"}`;
    await db.rows(
      sql`update channels set last_error = ${outcome.error}, failing_since = coalesce(failing_since, ${at}),
            enabled = ${enabled}, version = ${countedOn(sql`channels.name`, enabled)} ${place}`,
    );
  }
}

interface DeliveryPage {
  task_id: string | undefined;
  before: DeliveryPlace | undefined;
  limit: number;
}

/** Latest first. */
export const findDeliveries = (
  db: Reader,
  spaceId: string,
  { task_id, before, limit }: DeliveryPage,
): Promise<Delivery[]> =>
  db.rows<Delivery>(
    sql`select id, channel, channel_kind, channel_name, kind, task_id, status, late, error, at from deliveries
        where space_id = ${spaceId} ${task_id ? sql`and task_id = ${task_id}` : literal("")}
          and (${before?.at ?? null}::timestamptz is null or (at, id, channel)
            < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid, ${before?.channel ?? null}))
        order by at desc, id desc, channel desc limit ${limit}`,
  );
