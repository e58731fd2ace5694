/** `todo restore`: fills an empty database from a backup, and compares every table with it. */
import { defineCommand } from "citty";
import { checkBackup, type Header, type TableSum } from "../backup/contents.ts";
import { untilInterrupted } from "../backup/interruption.ts";
import { ensureEmpty, loadBackup } from "../backup/load.ts";
import { fingerprintOf, openPlace, type Place } from "../backup/place.ts";
import { makeSchema } from "../backup/schema.ts";
import { BackupError } from "../backup/trouble.ts";
import { variables } from "../environment.ts";
import { table } from "../output/table.ts";
import { columns, note, paint, paintNote, print, printJson } from "../output/terminal.ts";

export const restoreCommand = defineCommand({
  meta: { name: "restore", description: "Fill an empty database from a backup" },
  args: {
    file: { type: "positional", description: "A file that `todo backup` wrote", required: true },
    "new-secret": { type: "boolean", description: "Go on without the old secret: everybody signs in again" },
    json: { type: "boolean", description: "Print what was restored as JSON" },
  },
  async run({ args: { file, "new-secret": withoutSecret, json } }) {
    const environment = variables();
    const contents = await checkBackup(file);
    await untilInterrupted(async (signal) => {
      const place = await openPlace({ environment, create: true, say: note });
      try {
        const { client, url, settings } = place;
        await ensureEmpty(client, contents);
        const { newSecret, keep } = chooseSecret(contents.header.secret, place, withoutSecret);
        const { version } = contents.header.schema;
        await makeSchema({ projectDir: settings.projectDir, url, version, environment });
        const tables = await loadBackup({ client, file, contents, newSecret, signal });
        if (keep) place.keepSecret(keep);
        show(tables, contents.header, json);
        if (newSecret) note(paintNote("dim", "Signing keys are made anew: everybody signs in again."));
      } finally {
        await place.close();
      }
    });
  },
});

/** Throws BackupError when what the backup's secret sealed could not be opened here. */
function chooseSecret(
  { fingerprint, value }: Header["secret"],
  { secret, secretPlace }: Place,
  withoutSecret = false,
): { newSecret: boolean; keep?: string } {
  if (secret && (fingerprint === null || fingerprint === fingerprintOf(secret))) return { newSecret: false };
  if (!secret && value) return { newSecret: false, keep: value };
  if (withoutSecret) return { newSecret: true };
  throw new BackupError(
    secret
      ? `${secretPlace} holds another secret than the one in use when the backup was made.`
      : "The secret of the Todo that was backed up is not here.",
    `The keys that sign tokens can be opened with that one alone. Put it into ${secretPlace}, or go on without it: --new-secret, and everybody signs in again.`,
  );
}

function show(tables: TableSum[], { created_at, schema }: Header, json: boolean | undefined): void {
  if (json) {
    printJson({ created_at, schema_version: schema.version, tables });
    return;
  }
  const lines = table(
    tables,
    [
      { heading: "Table", text: ({ name }) => name },
      { heading: "Rows", text: ({ rows }) => rows.toLocaleString("en"), align: "right" },
      {
        heading: "SHA-256",
        text: ({ sha256 }) => sha256.slice(0, 16),
        paint: (text) => paint("dim", text),
      },
    ],
    { columns: columns(), heading: (text) => paint("bold", text) },
  );
  for (const line of lines) print(line);
  print(
    `\n${paint("green", "✓")} Restored the backup of ${created_at}. Every table is as it was: rows and sums agree.`,
  );
}
