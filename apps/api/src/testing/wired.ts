/** Worlds whose way to the database can be cut, stalled and slow. */
import { onTestFinished } from "vitest";
import { createWire, type Wire } from "../../../../faults/wire.ts";
import { processDatabase } from "./world.ts";

/** A wire to this process's test database, and the address of the database behind it. */
export async function wireToDatabase(): Promise<{ wire: Wire; url: string }> {
  const direct = new URL(await processDatabase());
  const socketFolder = direct.searchParams.get("host");
  const port = Number(direct.port || "5432");
  const wire = await createWire(
    socketFolder ? `${socketFolder}/.s.PGSQL.${port}` : { host: direct.hostname, port },
  );
  onTestFinished(() => wire.close());
  const url = new URL(direct);
  url.searchParams.delete("host");
  url.host = `127.0.0.1:${wire.port}`;
  return { wire, url: url.href };
}
