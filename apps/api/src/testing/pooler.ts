/**
 * PgBouncer in transaction mode before a PostgreSQL: the installed one, or on
 * Debian and its kin one that is fetched from their packages, without rights.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Pooler {
  /** An address of the server by way of the pooler. */
  through(databaseUrl: string): string;
  stop(): Promise<void>;
}

/** Whom PgBouncer runs as where we are root, whom it refuses. The embedded PostgreSQL does the same. */
const NOBODY = 65_534;
const CACHE = join(import.meta.dirname, "../../../../node_modules/.cache/todo-pgbouncer");

/** Throws when there is no PgBouncer and none can be fetched. */
export async function startPooler(serverUrl: string): Promise<Pooler> {
  const { command, libraries } = findProgram() ?? fetchProgram();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "todo-pgbouncer-"));
  chmodSync(folder, 0o755);
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(file, settings(new URL(serverUrl), port), { mode: 0o644 });
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(command, [file], {
    ...asNobody,
    cwd: folder,
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: libraries },
    stdio: ["ignore", "ignore", "pipe"],
  });
  await becomesReady(child);
  return {
    through(databaseUrl) {
      const url = new URL(databaseUrl);
      url.search = "";
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(server: URL, port: number): string {
  const host = server.searchParams.get("host") ?? server.hostname;
  const password = server.password ? ` password=${decodeURIComponent(server.password)}` : "";
  return `[databases]
* = host=${host} port=${server.port || "5432"} user=${server.username || "postgres"}${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 5
max_client_conn = 1000
log_connections = 0
log_disconnections = 0
`;
}

/** Its words are read to the end of its life: a pipe that nobody empties would stop it. */
function becomesReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr!.setEncoding("utf8").on("data", (piece: string) => {
      said = (said + piece).slice(-10_000);
      if (said.includes("process up")) resolve();
    });
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`PgBouncer didn't start: ${said}`)));
  });
}

interface Program {
  command: string;
  libraries?: string;
}

function findProgram(): Program | undefined {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  const command = folders.map((folder) => join(folder, "pgbouncer")).find(existsSync);
  return command === undefined ? undefined : { command };
}

function fetchProgram(): Program {
  const command = join(CACHE, "usr/sbin/pgbouncer");
  try {
    if (!existsSync(command)) {
      mkdirSync(CACHE, { recursive: true });
      const depends = execFileSync("apt-cache", ["depends", "pgbouncer"], { encoding: "utf8" });
      const packages = [...depends.matchAll(/Depends: (lib[\w.+-]+)/g)].map(([, name]) => name!);
      execFileSync("apt-get", ["download", "pgbouncer", ...packages], { cwd: CACHE, stdio: "pipe" });
      for (const file of globSync("*.deb", { cwd: CACHE }))
        execFileSync("dpkg", ["-x", file, "."], { cwd: CACHE });
    }
  } catch (cause) {
    throw new Error(
      "These tests need PgBouncer, which isn't installed and couldn't be fetched. Install it, for example by `apt-get install pgbouncer`.",
      { cause },
    );
  }
  const libraries = globSync("{usr/,}lib/*-linux-gnu", { cwd: CACHE }).map((folder) => join(CACHE, folder));
  return { command, libraries: libraries.join(":") };
}

/** PgBouncer doesn't choose one by itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
