/** What the log shows: the stored messages, and the turn under way in place of what is stored of it so far. */
import type { Message } from "@todo/contract/conversations";
import { saidIn, type Turn } from "./turn.ts";

export type Item =
  | { key: string; role: "user"; text: string }
  | { key: string; role: "assistant"; turn: Turn; message: Message | undefined };

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
    const key = message.run_id ? `${message.run_id}-${message.role}` : message.id;
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
    const run = current.run_id ?? "unsent";
    const hasQuestion = items.some(({ key }) => key === `${run}-user`);
    if (current.sentence !== undefined && !hasQuestion)
      items.push({ key: `${run}-user`, role: "user", text: current.sentence });
    answer({ key: `${run}-assistant`, role: "assistant", turn: current, message: undefined });
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
  sentence: undefined,
  conversation_id: undefined,
  run_id: message.run_id ?? undefined,
  text: saidIn(message),
  calls: message.tool_calls,
  approvals: message.approvals,
  phase: phases[message.status],
  failure: message.failure,
});
