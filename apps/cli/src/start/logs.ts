/** Log files of what `todo start` runs. Each is put aside at a start once it is large; one older file is kept. */
import { existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";

const largestBytes = 10 * 1024 * 1024;

export function putAsideWhenLarge(file: string) {
  if (existsSync(file) && statSync(file).size > largestBytes) renameSync(file, `${file}.1`);
}

/** Returns a file descriptor that appends. */
export function openLog(file: string): number {
  putAsideWhenLarge(file);
  try {
    return openSync(file, "a", 0o640);
  } catch {
    // Written by root in an earlier start; the folder is ours, so a new one may take its place.
    rmSync(file, { force: true });
    return openSync(file, "a", 0o640);
  }
}

/** The last lines written since the file had this size. */
export function tailOf(file: string, sinceBytes: number, lines = 20): string {
  if (!existsSync(file)) return "";
  return readFileSync(file)
    .subarray(sinceBytes)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .slice(-lines)
    .join("\n");
}
