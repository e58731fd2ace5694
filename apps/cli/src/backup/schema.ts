/**
 * Asks the API's own program to make the tables: the migrations are its
 * business. It runs from source, as this command does.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { BackupError } from "./trouble.ts";

export interface SchemaOptions {
  projectDir: string;
  url: string;
  version: number;
  environment: Record<string, string | undefined>;
}

/** Brings the database to this version of the schema. Throws BackupError when this program doesn't know it. */
export function makeSchema({ projectDir, url, version, environment }: SchemaOptions): Promise<void> {
  const program = join(projectDir, "apps", "api", "src", "schema.ts");
  const env = { ...environment, DATABASE_URL: url };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, String(version)], { env }, (error, _, stderr) => {
      if (!error) resolve();
      else
        reject(
          new BackupError(
            `The tables could not be made: ${stderr.trim().split("\n").at(-1)}`,
            "Nothing was restored.",
          ),
        );
    });
  });
}
