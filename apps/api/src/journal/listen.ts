/**
 * One listening connection, from its beginning to its end. It sends a word to
 * itself now and then: a connection that was cut without a sign, or that a
 * pooler gave to somebody else, is silent and looks just like a quiet day.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface Listening {
  url: string;
  /** An identifier; it becomes part of a statement. */
  channel: string;
  /** Between two words to itself, and how long one may take. */
  probeMs: number;
  signal: AbortSignal;
  heard(payload: string): void;
  /** From now on nothing is missed. */
  began(): void;
}

const CONNECT_MS = 5_000;

/** Resolves when nothing can be heard any more, with the reason. */
export async function listenOnce(options: Listening): Promise<string> {
  const { url, channel, probeMs, signal, heard, began } = options;
  const own = `probe ${randomUUID()}`;
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("The connection ended.")));
    stop = () => reject(new Error("The process stops."));
  });
  signal.addEventListener("abort", stop);
  // It may end while nobody waits for it.
  ended.catch(() => {});
  let echo = () => {};
  client.on("notification", ({ payload = "" }) => {
    if (payload === own) echo();
    else if (!payload.startsWith("probe ")) heard(payload);
  });

  const hearOneself = async () => {
    const echoed = new Promise<void>((resolve) => {
      echo = resolve;
    });
    const late = sleep(probeMs, undefined, { signal, ref: false }).then(() => {
      throw new Error("What is sent isn't heard: is a pooler between? Set DIRECT_DATABASE_URL.");
    });
    late.catch(() => {});
    await client.query("select pg_notify($1, $2)", [channel, own]);
    await Promise.race([echoed, late]);
  };

  try {
    await Promise.race([ended, client.connect()]);
    await Promise.race([ended, client.query(`listen ${channel}`)]);
    for (let first = true; ; first = false) {
      await Promise.race([ended, hearOneself()]);
      if (first) began();
      await Promise.race([ended, sleep(probeMs, undefined, { signal, ref: false })]);
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    signal.removeEventListener("abort", stop);
    // A connection that is stalled never says that it ended.
    void client.end().catch(() => {});
  }
}
