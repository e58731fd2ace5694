/** The items that a model reads, made into turns: what was said, which calls were made, what was answered. */
import type { AgentInputItem } from "@openai/agents";
import type { SaidCall, SaidTask } from "../../words/words.ts";

export interface PastCall extends SaidCall {
  id: string;
}

export interface PastTurn {
  said: string;
  calls: PastCall[];
  answer: string;
}

export function turnsOf(items: AgentInputItem[]): PastTurn[] {
  const turns: PastTurn[] = [];
  for (const item of items) {
    if (item.type === "function_call") {
      const { name: tool } = item;
      const id = ownId(item.callId);
      const input = JSON.parse(item.arguments) as Record<string, unknown>;
      turns.at(-1)?.calls.push({ id, tool, input, output: undefined, status: "running" });
    } else if (item.type === "function_call_result") {
      const call = turns.at(-1)?.calls.findLast(({ id }) => id === ownId(item.callId));
      if (call) Object.assign(call, readResult(textOf(item.output)));
    } else if ("role" in item && item.role === "user") {
      turns.push({ said: textOf(item.content), calls: [], answer: "" });
    } else if ("role" in item && item.role === "assistant") {
      const turn = turns.at(-1);
      if (turn) turn.answer = [turn.answer, textOf(item.content)].filter(Boolean).join("\n");
    }
  }
  return turns;
}

/** Calls of earlier runs have their run's place before their own id. */
const ownId = (callId: string) => callId.replace(/^p\d+_/, "");

function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (Array.isArray(content)) return content.map(textOf).join("");
  return typeof content === "object" && content && "text" in content ? String(content.text) : "";
}

function readResult(text: string): Pick<PastCall, "output" | "status"> {
  let output: unknown;
  try {
    output = JSON.parse(text);
  } catch {
    return { output: { detail: text }, status: "failed" };
  }
  const { status, detail } = (output ?? {}) as { status?: unknown; detail?: unknown };
  if (typeof status === "number" && typeof detail === "string") return { output, status: "failed" };
  if (typeof status === "string" && /^(rejected|not made)/.test(status))
    return { output, status: "rejected" };
  if (typeof status === "string" && status.startsWith("waiting")) return { output, status: "waiting" };
  return { output, status: "succeeded" };
}

/** The tasks in a call's answer, whatever its shape. */
export function tasksIn({ output, status }: SaidCall): SaidTask[] {
  if (status !== "succeeded" || typeof output !== "object" || output === null) return [];
  const { tasks, title, changes } = output as Partial<SaidTask> & {
    tasks?: SaidTask[];
    changes?: { entity: string; id: string; name: string }[];
  };
  if (tasks) return tasks;
  if (changes)
    return changes.filter(({ entity }) => entity === "task").map(({ id, name }) => ({ id, title: name }));
  return title === undefined ? [] : [output as SaidTask];
}

export const isLook = (tool: string) => /^(list|get)_|^history$/.test(tool);
