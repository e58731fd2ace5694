/**
 * Brings an empty or older database to one version of the schema, and ends:
 * `node schema.ts <version>`, with the address in DATABASE_URL. What is
 * restored was written under that version; later migrations must see it.
 */
import { migrate, neededVersion } from "./db/migrate.ts";
import { migrationsFolder as folder } from "./files.ts";

const upTo = Number(process.argv[2]);
const newest = await neededVersion(folder);
try {
  if (upTo > newest) throw new Error(`It has the schema ${upTo}, and this Todo knows it up to ${newest}.`);
  await migrate({ url: process.env.DATABASE_URL ?? "", folder, upTo });
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exitCode = 1;
}
