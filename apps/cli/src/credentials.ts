/** Where the person is signed in: one server and one token, in a file that its owner alone can read. */
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "./failures.ts";

export interface Credentials {
  url: string;
  token: string;
}

export async function readCredentials(file: string): Promise<Credentials | undefined> {
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new UsageError(`${file} can't be read: ${error.message}. Repair or remove it.`);
  });
  if (content === undefined) return undefined;
  const stored = parsed(content);
  if (typeof stored?.url !== "string" || typeof stored.token !== "string")
    throw new UsageError(`${file} is damaged. Remove it and run \`todo login\`.`);
  return { url: stored.url, token: stored.token };
}

/** Writes beside the file and renames, so that a crash leaves the old one whole. */
export async function writeCredentials(file: string, credentials: Credentials): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  // The mode above holds for a new file alone, and this one may be left from a crash.
  await chmod(draft, 0o600);
  await rename(draft, file);
}

export const removeCredentials = (file: string): Promise<void> => rm(file, { force: true });

function parsed(content: string): Partial<Record<keyof Credentials, unknown>> | undefined {
  try {
    return JSON.parse(content) as Partial<Record<keyof Credentials, unknown>>;
  } catch {
    return undefined;
  }
}
