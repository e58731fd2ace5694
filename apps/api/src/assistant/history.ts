/** The conversation as it is stored, made into the items that a model reads. */
import type { AgentInputItem } from "@openai/agents";
import type { ToolCall } from "@todo/contract";
import { forModel } from "./tool-arguments.ts";
import type { HistoryRow } from "./turn-queries.ts";

type StoredCall = ToolCall & { run_id: string };

/**
 * Each answer is preceded by the calls that led to it. What a failed run said
 * isn't part of the conversation; what it did is. Rows behind the last message
 * of the person are earlier attempts to answer it: their calls need not be
 * made again.
 */
export function toItems(history: HistoryRow[], calls: StoredCall[]): AgentInputItem[] {
  const question = history.findLastIndex(({ role }) => role === "user");
  return history.flatMap(({ role, text, run_id, run_status, response }, index): AgentInputItem[] => {
    if (role === "user") return [{ type: "message", role: "user", content: text }];
    // Ids are unique within a run alone.
    const made = calls
      .filter((call) => call.run_id === run_id)
      .map((call) => ({ ...call, id: `p${index}_${call.id}` }));
    if (index > question) return made.filter(({ status }) => status === "succeeded").flatMap(toCallItems);
    const items = made.flatMap(toCallItems);
    const said = run_status === "failed" ? "" : response || text;
    if (said === "") return items;
    const content = [{ type: "output_text" as const, text: said }];
    return [...items, { type: "message", role: "assistant", status: "completed", content }];
  });
}

function toCallItems({ id, tool, input, output, status }: ToolCall): AgentInputItem[] {
  const known = status === "succeeded" || status === "failed";
  const result = known ? forModel(output) : (output ?? { status: told[status] });
  return [
    {
      type: "function_call",
      callId: id,
      name: tool,
      arguments: JSON.stringify(input),
      status: "completed",
    },
    {
      type: "function_call_result",
      callId: id,
      name: tool,
      status: "completed",
      output: { type: "text", text: JSON.stringify(result) },
    },
  ];
}

const told: Partial<Record<ToolCall["status"], string>> = {
  waiting: "waiting for the person's approval",
  rejected: "rejected by the person",
  running: "not made",
};
