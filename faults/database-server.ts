/** The PostgreSQL of the test, with the product's own settings (fsync on), which can be restarted or made to crash. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@todo/postgres";
import pg from "pg";

export interface DatabaseServer {
  /** Past all wires: for looking at what is really stored. */
  url: string;
  /** Its socket, for the wires. */
  socket: string;
  /** Comes back when it takes connections again. */
  restart(how: "restart" | "crash"): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabaseServer(projectDir: string): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), "todo-faults-"));
  const start = () => startPostgres({ dataDir: folder, projectDir, settings: { max_connections: "100" } });
  let server = await start();
  return {
    url: server.url,
    socket: join(server.socketDir, ".s.PGSQL.5432"),
    async restart(how) {
      if (how === "crash") {
        // The immediate shutdown: nothing is written down, the next start recovers from the log.
        process.kill(server.pid, "SIGQUIT");
        await server.exited;
      } else {
        await server.stop();
      }
      server = await start();
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Work on a connection of its own. */
export async function onDatabase<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
