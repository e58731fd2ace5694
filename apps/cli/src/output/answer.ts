/** An operation's answer, for people or for programs. What has no form of its own is printed field by field. */
import type { Failure, OperationName, OutputOf } from "@todo/contract";
import { exitCodes } from "../failures.ts";
import { machineZone } from "../session.ts";
import type { Calendar } from "./due.ts";
import { forms } from "./forms.ts";
import { failureLines } from "./tasks.ts";
import { harmless, isInteractive, note, paint, paintNote, print, printJson } from "./terminal.ts";

export interface ShowOptions {
  json?: boolean | undefined;
  calendar?: Calendar;
}

/** Sets the exit code when a part of a batch failed: whoever calls this from a script must notice. */
export function showAnswer<Name extends OperationName>(
  name: Name,
  answer: OutputOf<Name> | unknown,
  { json, calendar = { now: new Date(), timeZone: machineZone() } }: ShowOptions = {},
): void {
  const failures = failuresIn(answer);
  if (failures.length > 0) process.exitCode = exitCodes.refused;
  if (json) {
    printJson(answer);
    return;
  }
  const form = forms[name] as ((answer: unknown, calendar: Calendar) => string[]) | undefined;
  for (const line of form ? form(answer, calendar) : fieldLines(answer)) print(line);
  for (const line of failureLines(failures)) note(line);
  if (isInteractive() && isUndoable(answer) && name !== "undo")
    note(paintNote("dim", "Take it back: todo undo"));
}

/** "name: value", one per line, without what is empty. */
function fieldLines(answer: unknown): string[] {
  if (typeof answer !== "object" || answer === null) return [harmless(String(answer))];
  return Object.entries(answer)
    .filter(([name, value]) => name !== "undo" && value !== null && value !== "")
    .map(
      ([name, value]) => `${paint("dim", `${name.replaceAll("_", " ")}:`)} ${harmless(valueInWords(value))}`,
    );
}

const valueInWords = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));

function failuresIn(answer: unknown): Failure[] {
  return hasField(answer, "failures") && Array.isArray(answer.failures) ? (answer.failures as Failure[]) : [];
}

const isUndoable = (answer: unknown) => hasField(answer, "undo") && typeof answer.undo === "string";

const hasField = <Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> =>
  typeof value === "object" && value !== null && name in value;
