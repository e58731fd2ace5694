/** One line that says what the assistant is at. */
import { en } from "../../lib/messages/en.ts";
import { type MessageKey, t } from "../../lib/messages/translate.ts";
import type { Turn } from "./turn.ts";

type DoingKey = Extract<MessageKey, `doing.${string}`>;

export function doingSentence(turn: Turn): string {
  if (turn.phase === "sending") return t("doing.sending");
  const running = turn.calls.findLast(({ status }) => status === "running");
  if (!running) return t(turn.text ? "doing.writing" : "doing.thinking");
  const { search } = running.input;
  if (running.tool === "list_tasks" && typeof search === "string")
    return t("doing.searching", { words: search });
  const key = `doing.${running.tool}`;
  return t(isPlainDoing(key) ? key : "doing.working");
}

type PlainDoing = Exclude<DoingKey, "doing.searching">;

const isPlainDoing = (key: string): key is PlainDoing => key in en && key !== "doing.searching";
