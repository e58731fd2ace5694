/** One line that says what the assistant is at. */
import type { Say } from "../../messages/messages.ts";
import type { Turn } from "./turn.ts";

export function doingSentence(t: Say, turn: Turn): string {
  if (turn.phase === "sending") return t("doing.sending");
  const running = turn.calls.findLast(({ status }) => status === "running");
  if (!running) return t(turn.text ? "doing.writing" : "doing.thinking");
  const { search } = running.input;
  if (running.tool === "list_tasks" && typeof search === "string")
    return t("doing.searching", { words: search });
  const key = `doing.${running.tool}` as const;
  return t(t.knows(key) && key !== "doing.searching" ? key : "doing.working");
}
