/** What a backup says about itself, and the check that all of it is there and unharmed. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { cutShort, damaged, type Frame, framesIn } from "./frames.ts";
import { BackupError } from "./trouble.ts";

export const FORMAT = 1;

const Header = z.object({
  todo_backup: z.literal(FORMAT),
  created_at: z.string(),
  schema: z.object({
    version: z.int().min(1),
    /** All that had been applied. */
    migrations: z.array(z.object({ version: z.int(), hash: z.string() })),
  }),
  secret: z.object({
    /** Tells whether a secret is the one in use when the backup was made; null where that wasn't known. */
    fingerprint: z.string().nullable(),
    /** The secret itself, where that was asked for. */
    value: z.string().optional(),
  }),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Months of the journal and the like, with the bounds as PostgreSQL writes them. */
  partitions: z.array(z.object({ name: z.string(), parent: z.string(), bounds: z.string() })),
  /** The value that each sequence gives next. */
  sequences: z.array(z.object({ name: z.string(), next: z.string() })),
});
export type Header = z.output<typeof Header>;

const TableEnd = z.object({ rows: z.int(), sha256: z.string() });
const FileEnd = z.object({ sha256: z.string() });

export interface TableSum {
  name: string;
  rows: number;
  /** Of the rows as COPY writes them, ordered by primary key; in hexadecimal. */
  sha256: string;
}

export interface Contents {
  header: Header;
  tables: TableSum[];
}

/** Counts and hashes the rows of one table as they pass by. */
export class RowSum {
  rows = 0;
  readonly #hash = createHash("sha256");

  add(bytes: Buffer): void {
    this.#hash.update(bytes);
    // COPY ends each row with this byte and writes it nowhere else.
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.rows++;
  }

  /** Once: afterwards nothing can be added. */
  end(name: string): TableSum {
    return { name, rows: this.rows, sha256: this.#hash.digest("hex") };
  }
}

/** Reads the whole file. Throws BackupError unless every row, sum and the end are as they were written. */
export async function checkBackup(file: string): Promise<Contents> {
  const frames = framesIn(file);
  const { value: first } = await frames.next();
  if (!first) throw cutShort(file);
  const header = readHeader(first, file);

  const tables: TableSum[] = [];
  let sum = new RowSum();
  let ended = false;
  for await (const { kind, payload, before } of frames) {
    if (ended) throw damaged(file);
    const table = header.tables[tables.length];
    if (kind === "D" && table) sum.add(payload);
    else if (kind === "E" && table) {
      const found = sum.end(table.name);
      const told = TableEnd.safeParse(jsonOf(payload, file));
      if (told.data?.sha256 !== found.sha256 || told.data.rows !== found.rows) throw damaged(file);
      tables.push(found);
      sum = new RowSum();
    } else if (kind === "Z" && !table) {
      ended = FileEnd.safeParse(jsonOf(payload, file)).data?.sha256 === before();
      if (!ended) throw damaged(file);
    } else throw damaged(file);
  }
  if (!ended) throw cutShort(file);
  return { header, tables };
}

/** The pieces of rows of each table, in the header's order; for a file that was checked. */
export async function* tablesIn(file: string): AsyncGenerator<AsyncGenerator<Buffer>> {
  const frames = framesIn(file);
  const { value: first } = await frames.next();
  if (!first) throw cutShort(file);
  for (const _ of readHeader(first, file).tables) yield rowsOfTable(frames, file);
}

async function* rowsOfTable(frames: AsyncGenerator<Frame>, file: string): AsyncGenerator<Buffer> {
  for (;;) {
    const { value: frame } = await frames.next();
    if (!frame) throw cutShort(file);
    if (frame.kind === "E") return;
    yield frame.payload;
  }
}

function readHeader({ payload }: Frame, file: string): Header {
  const json = jsonOf(payload, file);
  const format = z.object({ todo_backup: z.int() }).safeParse(json).data?.todo_backup;
  if (format !== undefined && format > FORMAT) {
    throw new BackupError(`${file} was written by a newer Todo.`, "Update Todo here, then restore again.");
  }
  const { data } = Header.safeParse(json);
  if (!data) throw damaged(file);
  return data;
}

function jsonOf(payload: Buffer, file: string): unknown {
  try {
    return JSON.parse(payload.toString("utf8"));
  } catch {
    throw damaged(file);
  }
}
