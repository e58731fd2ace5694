/** The conversation at the prompt, until the person leaves with Ctrl+C, Ctrl+D or "exit". */
import { createInterface } from "node:readline/promises";
import type { Client } from "@todo/contract";
import { AppError } from "@todo/contract/errors";
import { Interrupted } from "../failures.ts";
import { showFailure } from "../output/failure.ts";
import { paint, print } from "../output/terminal.ts";
import { talk } from "./talk.ts";

export async function converse(client: Client, conversation?: string): Promise<void> {
  print(paint("dim", "Say what there is to do, or ask. “exit” leaves."));
  let conversation_id = conversation;
  const history: string[] = [];
  for (;;) {
    const message = (await askLine(history))?.trim();
    if (message === undefined || /^(exit|quit|bye)$/i.test(message)) return;
    if (message === "") continue;
    history.unshift(message);
    try {
      const request = conversation_id ? { conversation_id, message } : { message };
      await talk(client, request, (run) => {
        conversation_id = run.conversation_id;
      });
    } catch (error) {
      // One bad turn doesn't end the conversation, and neither does stopping one.
      if (error instanceof Interrupted) print(paint("dim", "Stopped."));
      else if (error instanceof AppError && error.code !== "unauthenticated")
        showFailure(error, { json: false });
      else throw error;
      process.exitCode = 0;
    }
  }
}

/** A new reader for each line: questions about approvals need the keyboard for themselves. */
async function askLine(history: string[]): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stdout, history: [...history] });
  const closed = new Promise<undefined>((resolve) => {
    reader.once("close", () => resolve(undefined));
    reader.once("SIGINT", () => reader.close());
  });
  const line = reader.question(paint("cyan", "› ")).catch(() => undefined);
  const answer = await Promise.race([line, closed]);
  if (answer === undefined) print();
  reader.close();
  return answer;
}
