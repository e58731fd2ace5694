/**
 * The file: gzip around frames. A frame is one letter, four bytes with the
 * payload's length (big-endian) and the payload. In this order:
 *
 *     H  JSON: when, which schema, which tables with their columns      (once)
 *     D  rows as PostgreSQL's COPY writes text; may be cut anywhere     (any number)
 *     E  JSON: rows and SHA-256 of this table's D payloads together     (after each table)
 *     Z  JSON: SHA-256 of all bytes before this frame                   (once)
 *
 * Tables come in the header's order, so that none refers to a later one.
 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { BackupError } from "./trouble.ts";

export type FrameKind = "H" | "D" | "E" | "Z";

export interface Frame {
  kind: string;
  payload: Buffer;
  /** SHA-256, in hexadecimal, of all bytes before this frame. Computed when asked for. */
  before: () => string;
}

const HEAD_BYTES = 5;
const LARGEST_PAYLOAD = 1 << 20;
/** One row may be as large as PostgreSQL sends it; a damaged length must not fill the memory. */
const LARGEST_READ = 1 << 26;

/** The bytes of one payload, in as many frames as it takes. */
export function framesOf(kind: FrameKind, payload: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at === 0 || at < payload.length; at += LARGEST_PAYLOAD) {
    const part = payload.subarray(at, at + LARGEST_PAYLOAD);
    const head = Buffer.alloc(HEAD_BYTES, kind);
    head.writeUInt32BE(part.length, 1);
    frames.push(head, part);
  }
  return frames;
}

/** Throws BackupError when the file can't be read, is no backup, or ends in the middle of a frame. */
export async function* framesIn(file: string): AsyncGenerator<Frame> {
  const read = createHash("sha256");
  let pending: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of unzipped(file)) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (first && pending[0] !== "H".charCodeAt(0)) throw notABackup(file);
    first = false;
    for (let size = sizeOf(pending, file); size <= pending.length; size = sizeOf(pending, file)) {
      const payload = pending.subarray(HEAD_BYTES, size);
      yield { kind: String.fromCharCode(pending[0]!), payload, before: () => digestOf(read) };
      read.update(pending.subarray(0, size));
      pending = pending.subarray(size);
    }
  }
  if (pending.length > 0) throw cutShort(file);
}

/** Infinite while the length itself is still missing. */
function sizeOf(bytes: Buffer, file: string): number {
  if (bytes.length < HEAD_BYTES) return Number.POSITIVE_INFINITY;
  const length = bytes.readUInt32BE(1);
  if (length > LARGEST_READ) throw damaged(file);
  return HEAD_BYTES + length;
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // An error of the file becomes an error of what is read below.
  pipeline(createReadStream(file), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    throw readingTrouble(error, file);
  }
}

function readingTrouble(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new BackupError(`There is no file ${file}.`, "Check the name.");
  if (code === "EACCES" || code === "EISDIR")
    return new BackupError(`${file} can't be read (${code}).`, "Name a file that this user may read.");
  if (code === "Z_BUF_ERROR") return cutShort(file);
  if (code === "Z_DATA_ERROR") return isForeign(error) ? notABackup(file) : damaged(file);
  return error;
}

/** Zlib says so when the first two bytes are not gzip's. */
const isForeign = (error: unknown) => error instanceof Error && error.message === "incorrect header check";

const digestOf = (hash: Hash) => hash.copy().digest("hex");

const another = "Nothing was changed. Take another copy of the backup.";
export const damaged = (file: string) => new BackupError(`${file} is damaged.`, another);
export const cutShort = (file: string) => new BackupError(`${file} is cut short.`, another);
const notABackup = (file: string) =>
  new BackupError(`${file} is not a backup of Todo.`, "Name a file that `todo backup` wrote.");
