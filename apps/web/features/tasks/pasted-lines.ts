/** Lines that were pasted where one task or one message is written: perhaps a task each. Pure. */
import { limits } from "@todo/contract/limits";
import type { NewTask } from "./task-changes.ts";

/** More is no list of tasks that anybody looks through. */
const MOST = 500;
/** “- ”, “3. ”, “[ ] ”, “• ”, and several of them. */
const BULLET = /^(?:\s*(?:[-*+•‣–—]|\d{1,3}[.)]|[-*+]?\s*\[[ xX]?\])\s+)+/u;

const TICKED = /\[[xX]\]\s+$/u;

export interface PastedLine {
  text: string;
  /** Most likely a task: neither ticked already nor the heading of those that follow. */
  isTask: boolean;
}

/** Without blank lines and the bullets before them. Nothing where it isn't several lines, or too many. */
export function linesIn(text: string): PastedLine[] {
  const written = text.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim() !== "");
  const lines = written
    .map((line, at) => ({
      text: line.replace(BULLET, "").replace(/\s+/gu, " ").trim(),
      isTask: !TICKED.test(bulletOf(line)) && !isHeading(line, written[at + 1]),
    }))
    .filter(({ text }) => text !== "");
  return lines.length > 1 && lines.length <= MOST ? lines : [];
}

const bulletOf = (line: string) => BULLET.exec(line)?.[0] ?? "";

/** “For Sunday:” above a list. */
const isHeading = (line: string, next: string | undefined) =>
  /[:：]\s*$/u.test(line) && bulletOf(line) === "" && next !== undefined && bulletOf(next) !== "";

/** What is too long for a title stands whole in the description. */
export function fitted(task: NewTask): NewTask {
  const letters = [...task.title];
  if (task.title.length <= limits.title) return task;
  let cut = letters.slice(0, limits.title - 1).join("");
  while (cut.length >= limits.title) cut = [...cut].slice(0, -1).join("");
  return { ...task, title: `${cut.replace(/\s+\S*$/u, "")}…`, description: task.title };
}
