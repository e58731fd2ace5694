/** `todo backup`: saves everything this server keeps in one file, while Todo runs or not. For whoever runs the server. */
import { existsSync } from "node:fs";
import { defineCommand } from "citty";
import { untilInterrupted } from "../backup/interruption.ts";
import { fingerprintOf, openPlace } from "../backup/place.ts";
import { type Saved, saveBackup } from "../backup/save.ts";
import { BackupError } from "../backup/trouble.ts";
import { variables } from "../environment.ts";
import { note, paint, paintNote, print, printJson } from "../output/terminal.ts";

export const backupCommand = defineCommand({
  meta: { name: "backup", description: "Save everything this server keeps in one file" },
  args: {
    output: {
      type: "string",
      description: "The file to write (todo-<time>.backup, in this folder)",
      valueHint: "file",
    },
    "with-secret": { type: "boolean", description: "Put the secret into the file as well" },
    json: { type: "boolean", description: "Print what was saved as JSON" },
  },
  async run({ args }) {
    const file = args.output ?? `todo-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.backup`;
    if (existsSync(file)) throw new BackupError(`There is a file ${file} already.`, "Give another name.");

    await untilInterrupted(async (signal) => {
      const place = await openPlace({ environment: variables(), create: false, say: note });
      try {
        const { client, secret } = place;
        if (args["with-secret"] && !secret) throw secretUnknown(place.secretPlace);
        const inside = {
          fingerprint: secret ? fingerprintOf(secret) : null,
          ...(args["with-secret"] && secret && { value: secret }),
        };
        const saved = await saveBackup({ client, file, secret: inside, signal });
        show(file, saved, args.json);
        if (args["with-secret"]) note(paintNote("dim", "The secret is in it: whoever has the file has all."));
        else note(paintNote("dim", secretHint(place.secretPlace)));
      } finally {
        await place.close();
      }
    });
  },
});

function show(file: string, { tables, bytes, schemaVersion }: Saved, json: boolean | undefined): void {
  if (json) {
    printJson({ file, bytes, schema_version: schemaVersion, tables });
    return;
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const size = bytes < 100_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  print(
    `${paint("green", "✓")} Saved ${rows.toLocaleString("en")} rows of ${tables.length} tables in ${file} (${size}). Only you can read it.`,
  );
}

const secretHint = (secretPlace: string) =>
  `The secret is not in it. Keep ${secretPlace} in a safe place too: the keys that sign tokens can be opened with it alone.`;

const secretUnknown = (secretPlace: string) =>
  new BackupError(
    `The secret isn't known here: ${secretPlace} doesn't exist.`,
    "Set BETTER_AUTH_SECRET as the server has it, or leave out --with-secret.",
  );
