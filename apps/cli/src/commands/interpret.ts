/** `todo interpret`: what a sentence is taken to mean, without a server. With --jsonl it answers line by line, for programs. */
import { createInterface } from "node:readline";
import { text as wholeText } from "node:stream/consumers";
import { defineCommand } from "citty";
import { UsageError } from "../failures.ts";
import { explain } from "../interpret/explain.ts";
import { answerLine } from "../interpret/line.ts";
import { note, print } from "../output/terminal.ts";

export const interpretCommand = defineCommand({
  meta: {
    name: "interpret",
    description:
      "Show what a sentence is taken to mean: todo interpret call mom friday 3pm\n\nNothing is changed and no server is asked. Without words, the text is read from standard input.",
  },
  args: {
    WORDS: { type: "positional", required: false, description: "The sentence; quotes are not needed" },
    jsonl: {
      type: "boolean",
      description: "Read one JSON line a sentence and answer with one JSON line each",
    },
  },
  async run({ args }) {
    if (args.jsonl) return answerLines();
    const typed = args._.join(" ").trim();
    const said = typed || (process.stdin.isTTY ? "" : (await wholeText(process.stdin)).trim());
    if (said === "") throw new UsageError("Say something to interpret: `todo interpret buy milk tomorrow`.");
    for (const line of explain(said)) print(line);
  },
});

/** Goes on behind a line that can't be read: its error is the answer. */
async function answerLines(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const answer = answerLine(line);
    if ("error" in answer) note(answer.error);
    print(JSON.stringify(answer));
  }
}
