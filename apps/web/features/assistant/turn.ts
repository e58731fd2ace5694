/**
 * A turn as it happens: what the stream has said so far, as one value. Events
 * come in order; the last one carries the whole answer and settles any doubt.
 */

import { newKey } from "@todo/contract/attempts";
import type { ChatEvent } from "@todo/contract/chat";
import type { Approval, Message, ToolCall } from "@todo/contract/conversations";
import type { AppError } from "@todo/contract/errors";

export interface Turn {
  /** What it goes by until it has a run, and then still. */
  key: string;
  /** What the person said; nothing when a run goes on after a yes, or is tried again. */
  sentence: string | undefined;
  conversation_id: string | undefined;
  run_id: string | undefined;
  text: string;
  calls: ToolCall[];
  approvals: Approval[];
  phase: "sending" | "working" | "waiting" | "finished" | "cancelled" | "failed";
  /** From the server in the person's language, or what the call threw. */
  failure: { code: string; message: string; error?: AppError } | undefined;
}

/** Without the reason that stands there in place of an answer. */
export const saidIn = ({ text, failure }: Message): string => (text === failure?.message ? "" : text);

export const isRunning = ({ phase }: Turn) => phase === "sending" || phase === "working";

export const newTurn = (sentence: string, conversation_id: string | undefined): Turn => ({
  key: newKey(),
  sentence,
  conversation_id,
  run_id: undefined,
  text: "",
  calls: [],
  approvals: [],
  phase: "sending",
  failure: undefined,
});

/** A run that goes on from a stored answer: after an approval, or for another try. */
export const continuedTurn = (message: Message, conversation_id: string): Turn => ({
  ...newTurn("", conversation_id),
  sentence: undefined,
  run_id: message.run_id ?? undefined,
  text: message.status === "failed" ? "" : message.text,
  calls: message.tool_calls,
  approvals: message.approvals,
});

/** A run that goes on somewhere, which is read from its beginning. */
export const joinedTurn = (conversation_id: string, run_id: string, message: Message | undefined): Turn => ({
  ...newTurn("", conversation_id),
  sentence: undefined,
  run_id,
  calls: message?.tool_calls ?? [],
  approvals: message?.approvals ?? [],
  phase: "working",
});

export function withEvent(turn: Turn, event: ChatEvent): Turn {
  switch (event.type) {
    case "run_started":
      return { ...turn, phase: "working", run_id: event.run_id, conversation_id: event.conversation_id };
    case "text_delta":
      return { ...turn, phase: "working", text: turn.text + event.text };
    case "text_reset":
      return { ...turn, phase: "working", text: event.text };
    case "tool_started":
    case "tool_finished":
      return { ...turn, phase: "working", calls: upsert(turn.calls, event.call) };
    case "approval_needed":
      return { ...turn, phase: "waiting", approvals: upsert(turn.approvals, event.approval) };
    case "finished":
    case "cancelled": {
      const { response, tool_calls, approvals } = event.answer;
      const waits = approvals.some(({ status }) => status === "pending");
      const phase = event.type === "cancelled" ? "cancelled" : waits ? "waiting" : "finished";
      return { ...turn, phase, text: response || turn.text, calls: tool_calls, approvals };
    }
    case "failed":
      return { ...turn, phase: "failed", failure: { code: event.code, message: event.message } };
  }
}

function upsert<Item extends { id: string }>(items: Item[], item: Item): Item[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? item : one))
    : [...items, item];
}
