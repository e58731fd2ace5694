/** One turn of the conversation on the screen: words as they come, tool calls as short lines. */
import type { ChatAnswer, ChatEvent, ToolCall } from "@todo/contract";
import { AppError, type ErrorCode } from "@todo/contract/errors";
import { CutOff } from "../failures.ts";
import { harmless, paint } from "../output/terminal.ts";

export interface Screen {
  write: (text: string) => void;
  /** Called when the run has its ids, by which it can be cancelled and the conversation goes on. */
  started?: (run: RunStarted) => void;
}

export type RunStarted = Extract<ChatEvent, { type: "run_started" }>;

export interface Turn {
  answer: ChatAnswer;
  cancelled: boolean;
}

/** Throws what the server reports as failed, and CutOff when the stream ends in the middle. */
export async function showTurn(events: AsyncIterable<ChatEvent>, { write, started }: Screen): Promise<Turn> {
  let conversation: string | undefined;
  let midLine = false;
  let spoke = false;
  const endLine = () => {
    if (midLine) write("\n");
    midLine = false;
  };
  const speak = (text: string) => {
    if (text === "") return;
    write(harmless(text));
    midLine = !text.endsWith("\n");
    spoke = true;
  };

  for await (const event of events) {
    if (event.type === "run_started") {
      conversation = event.conversation_id;
      started?.(event);
    } else if (event.type === "text_delta") speak(event.text);
    // What stands on the screen stays there; the words that follow begin on a line of their own.
    else if (event.type === "text_reset") endLine();
    else if (event.type === "tool_finished") {
      endLine();
      write(`${toolLine(event.call)}\n`);
    } else if (event.type === "failed") {
      endLine();
      throw new AppError(event.code as ErrorCode, event.message);
    } else if (event.type === "finished" || event.type === "cancelled") {
      if (!spoke) speak(event.answer.response);
      endLine();
      return { answer: event.answer, cancelled: event.type === "cancelled" };
    }
  }
  endLine();
  throw new CutOff(conversation);
}

const signs: Record<ToolCall["status"], string> = {
  running: paint("dim", "…"),
  succeeded: paint("green", "✓"),
  failed: paint("red", "✗"),
  waiting: paint("yellow", "?"),
  rejected: paint("dim", "–"),
};

/** "  ✓ add task: buy milk" */
export function toolLine({ tool, input, output, status }: ToolCall): string {
  const subject = subjectOf(output) ?? subjectOf(input);
  return `  ${signs[status]} ${paint("dim", harmless(tool.replaceAll("_", " ") + (subject ? `: ${subject}` : "")))}`;
}

/** What a call was about, from whichever field says it best. */
function subjectOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  for (const name of ["detail", "title", "name", "search"]) {
    const field = fields[name];
    if (typeof field === "string" && field !== "") return field;
  }
  if (Array.isArray(fields.tasks))
    return fields.tasks.length === 1 ? "1 task" : `${fields.tasks.length} tasks`;
  return undefined;
}
