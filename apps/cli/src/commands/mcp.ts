/**
 * `todo mcp`: an MCP server on stdio for desktop assistants. It holds no tools
 * of its own; it passes what it is asked to the server's own MCP endpoint with
 * the stored token. stdout carries the protocol and nothing else.
 */
import { defineCommand } from "citty";
import { note } from "../output/terminal.ts";
import { openSession } from "../session.ts";

export const mcpCommand = defineCommand({
  meta: {
    name: "mcp",
    description: 'Serve your tasks to a desktop assistant over stdio: {"command": "todo", "args": ["mcp"]}',
  },
  args: { json: { type: "boolean", description: "Print an error at the start as JSON" } },
  async run() {
    const { url, token } = await openSession();
    const { serveMcp } = await import("../mcp/proxy.ts");
    note(`Serving ${url}/mcp on stdio.`);
    await serveMcp({ url, token, log: note });
  },
});
