/** What the log shows: the stored messages, and the turn under way in place of what is stored of it so far. */
import type { Message } from "@todo/contract/conversations";
import { rowKeyOf } from "../tasks/row-keys.ts";
import { saidIn, type Turn } from "./turn.ts";

export type Item =
  | { key: string; role: "user"; text: string }
  | { key: string; role: "assistant"; turn: Turn; message: Message | undefined };

/** The same before and after its run has begun: another would be read aloud once more. */
export const keyOf = (run: string, role: Message["role"]) => `${rowKeyOf(run)}-${role}`;

export function itemsOf(
  messages: Message[],
  turn: Turn | undefined,
  conversationId: string | undefined,
): Item[] {
  const current = turn && (turn.conversation_id ?? undefined) === conversationId ? turn : undefined;
  const items: Item[] = [];
  let placed = false;

  const answer = (item: Extract<Item, { role: "assistant" }>) => {
    const last = items.at(-1);
    // An answer that failed before it did anything gives way to the next try.
    if (last?.role === "assistant" && last.turn.phase === "failed" && last.turn.calls.length === 0)
      items.pop();
    items.push(item);
  };

  for (const message of messages) {
    const key = message.run_id ? keyOf(message.run_id, message.role) : message.id;
    const isOfTurn = current?.run_id !== undefined && message.run_id === current.run_id;
    if (message.role === "user") {
      items.push({ key, role: "user", text: message.text });
    } else if (isOfTurn) {
      answer({ key, role: "assistant", turn: current, message });
      placed = true;
    } else {
      answer({ key, role: "assistant", turn: turnOf(message), message });
    }
  }

  if (current && !placed) {
    const run = current.run_id ?? current.key;
    const key = keyOf(run, "user");
    const hasQuestion = items.some((item) => item.key === key);
    if (current.sentence !== undefined && !hasQuestion)
      items.push({ key, role: "user", text: current.sentence });
    answer({ key: keyOf(run, "assistant"), role: "assistant", turn: current, message: undefined });
  }
  return items;
}

const phases = {
  complete: "finished",
  running: "working",
  waiting: "waiting",
  failed: "failed",
  cancelled: "cancelled",
} as const;

const turnOf = (message: Message): Turn => ({
  key: message.id,
  sentence: undefined,
  conversation_id: undefined,
  run_id: message.run_id ?? undefined,
  text: saidIn(message),
  calls: message.tool_calls,
  approvals: message.approvals,
  phase: phases[message.status],
  failure: message.failure,
});
