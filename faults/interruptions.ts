/** Kills of the processes that send reminders, and what their logs tell of a database that didn't answer. */
import { readFile } from "node:fs/promises";
import { clockShiftsMs } from "./scene.ts";

/** What keeps a process from writing that it has sent something. */
export interface Interruption {
  process: number;
  /** In milliseconds. */
  at: number;
  /** `no database`: it says that the database didn't answer, as happens on a machine that has too much to do. */
  what: "kill" | "no database";
}

/** When a process says in its log that it couldn't write what came of a reminder, by the right clock. */
export async function withoutDatabase(
  logFile: string,
  process: number,
  since: number,
): Promise<Interruption[]> {
  const lines = (await readFile(logFile, "utf8")).split("\n");
  return lines
    .filter((line) => /reminders? couldn't be (sent|written)/.test(line))
    .map((line) => Date.parse((JSON.parse(line) as { time: string }).time) - clockShiftsMs[process]!)
    .filter((at) => at >= since)
    .map((at) => ({ process, at, what: "no database" }));
}
