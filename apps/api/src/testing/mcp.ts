/** Speaks MCP as a raw JSON-RPC client of 2025-06-18 does: one POST a message, no session. */
import type { Person } from "./world.ts";

export interface ToolResult {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent?: Record<string, unknown>;
}

type Caller = Pick<Person, "fetch">;

/** `key`: the call's own Idempotency-Key. */
export async function callTool(as: Caller, name: string, input: object, key?: string): Promise<ToolResult> {
  const meta = key === undefined ? {} : { _meta: { "todo/idempotency-key": key } };
  return (await rpc(as, "tools/call", { name, arguments: input, ...meta })) as ToolResult;
}

export async function listTools(as: Caller) {
  const { tools } = (await rpc(as, "tools/list", {})) as {
    tools: { name: string; description: string; inputSchema: object; annotations: Record<string, boolean> }[];
  };
  return tools;
}

async function rpc(as: Caller, method: string, params: object): Promise<unknown> {
  const response = await as.fetch("/mcp", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2025-06-18",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const text = await response.text();
  const message = JSON.parse(text.startsWith("{") ? text : /^data: (.+)$/m.exec(text)![1]!) as {
    result?: unknown;
    error?: { message: string };
  };
  if (message.error) throw new Error(message.error.message);
  return message.result;
}
