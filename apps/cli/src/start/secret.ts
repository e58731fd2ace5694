/** The secret that signs sessions and seals keys. It belongs to the data: with another one, what was sealed can't be opened. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "@todo/postgres";

/** Makes the secret at the first start and returns the same one ever after. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  try {
    if (!existsSync(file)) {
      const draft = `${file}.draft`;
      writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
      renameSync(draft, file);
    }
    const secret = readFileSync(file, "utf8").trim();
    if (secret) return secret;
  } catch (error) {
    throw new StartupError(
      `The secret in ${file} can't be read or written.`,
      "Give this user the right to, or set BETTER_AUTH_SECRET.",
      { cause: error },
    );
  }
  throw new StartupError(
    `The secret in ${file} is empty.`,
    "Put the old one back, or delete the file to get a new one, which signs everybody out.",
  );
}
