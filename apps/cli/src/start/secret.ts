/** The secret that signs sessions and seals keys. It belongs to the data: with another one, what was sealed can't be opened. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "@todo/postgres";

/** Makes the secret at the first start and returns the same one ever after. */
export function keptSecret(dataDir: string): string {
  const known = findSecret(dataDir);
  if (known) return known;
  const made = randomBytes(32).toString("base64url");
  keepSecret(dataDir, made);
  return made;
}

/** The secret in this data folder, if one was made there. Throws StartupError when it can't be read or is empty. */
export function findSecret(dataDir: string): string | undefined {
  const file = join(dataDir, "secret");
  const secret = reach(file, () => (existsSync(file) ? readFileSync(file, "utf8").trim() : undefined));
  if (secret !== "") return secret;
  throw new StartupError(
    `The secret in ${file} is empty.`,
    "Put the old one back, or delete the file to get a new one, which signs everybody out.",
  );
}

export function keepSecret(dataDir: string, secret: string): void {
  const file = join(dataDir, "secret");
  reach(file, () => {
    const draft = `${file}.draft`;
    writeFileSync(draft, secret, { mode: 0o600, flush: true });
    renameSync(draft, file);
  });
}

function reach<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new StartupError(
      `The secret in ${file} can't be read or written.`,
      "Give this user the right to, or set BETTER_AUTH_SECRET.",
      { cause: error },
    );
  }
}
