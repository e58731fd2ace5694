/** What the database holds of reminders and of where they were sent, read past the server in one snapshot. */
import type pg from "pg";

export interface NoticesFound {
  notices: { task_id: string; id: string; sent: boolean }[];
  deliveries: Delivered[];
}

export interface Delivered {
  task_id: string;
  id: string;
  /** The channel's id, or "page". */
  channel: string;
  channel_kind: string;
  status: string;
  late: boolean;
  /** In milliseconds, by the clock of the process that wrote it; of a page by the database's. */
  at: number;
}

export async function findNotices(client: pg.Client, spaces: string[]): Promise<NoticesFound> {
  await client.query("begin isolation level repeatable read read only");
  try {
    const { rows: notices } = await client.query<NoticesFound["notices"][number]>(
      "select task_id, id, sent_at is not null as sent from notices where space_id = any($1)",
      [spaces],
    );
    const { rows: deliveries } = await client.query<Delivered>(
      `select task_id, id, channel, channel_kind, status, late, (extract(epoch from at) * 1000)::float8 as at
       from deliveries where space_id = any($1)`,
      [spaces],
    );
    return { notices, deliveries };
  } finally {
    await client.query("rollback");
  }
}

/** How many reminders of these people are still to be sent. */
export async function countOpen(client: pg.Client, spaces: string[]): Promise<number> {
  const { rows } = await client.query<{ open: number }>(
    "select count(*)::int as open from notices where space_id = any($1) and sent_at is null",
    [spaces],
  );
  return rows[0]!.open;
}
