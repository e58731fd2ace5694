/** `todo import calendar.ics`: the to-dos and events of an iCalendar file as tasks. */
import { readFile } from "node:fs/promises";
import { limits } from "@todo/contract/limits";
import { defineCommand } from "citty";
import { UsageError } from "../failures.ts";
import { showAnswer } from "../output/answer.ts";
import { openSession } from "../session.ts";

export const importCommand = defineCommand({
  meta: {
    name: "import",
    description:
      "Add the to-dos and events of an iCalendar file: todo import calendar.ics\n\nWhat was imported before is left as it is; `todo undo` takes a whole import back.",
  },
  args: {
    FILE: { type: "positional", required: false, description: "The file, such as calendar.ics" },
    list: { type: "string", description: "Name or id of the list; a new name makes a new list" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    const [file, surplus] = args._;
    if (file === undefined || surplus !== undefined)
      throw new UsageError("Name one file: `todo import calendar.ics`.");
    const ics = await textOf(file);
    const { client } = await openSession();
    const answer = await client.import_calendar({ ics, ...(args.list !== undefined && { list: args.list }) });
    showAnswer("import_calendar", answer, { json: args.json });
  },
});

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = reasons[error.code ?? ""] ?? error.message;
    throw new UsageError(`${file} can't be read: ${reason}.`);
  });
  // The text travels in JSON, which takes some more.
  if (Buffer.byteLength(JSON.stringify(bytes.toString())) > limits.body - ROOM_AROUND)
    throw new UsageError(
      `${file} is too large for one import, which takes 1 MB. Split it, and import each part.`,
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} is no text in UTF-8. Is it an iCalendar file (.ics)?`);
  }
}

const ROOM_AROUND = 1000;

const reasons: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "you may not read it",
};
