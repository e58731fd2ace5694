import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, onTestFinished, test } from "vitest";
import { program } from "../testing/run-cli.ts";
import { openServer, type SignedIn, signUp } from "../testing/server.ts";

async function connect(
  { environment }: SignedIn,
  mode: "legacy" | "auto",
  changes: Record<string, string> = {},
) {
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode } });
  const env = { ...environment, ...changes };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, "mcp"], env, stderr: "ignore" }),
  );
  onTestFinished(() => client.close());
  return client;
}

test.each(["legacy", "auto"] as const)("a desktop assistant works with the tasks (%s)", async (mode) => {
  const ada = await signUp(await openServer());
  const client = await connect(ada, mode);

  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["add_task", "list_tasks", "complete_task", "delete_task", "update_task"]),
  );
  expect(client.getInstructions()).toContain("tasks");

  const added = await client.callTool({ name: "add_task", arguments: { title: "Buy milk" } });
  expect(added.structuredContent).toMatchObject({ number: 1, title: "Buy milk" });
  const missing = await client.callTool({ name: "complete_task", arguments: { task_id: 99 } });
  expect(missing.isError).toBe(true);
  expect((await ada.todo(["list"])).stdout).toContain("Buy milk");
});

test("a deletion waits for a yes, which the command line can give", async () => {
  const ada = await signUp(await openServer());
  const client = await connect(ada, "auto");
  await ada.todo(["add", "milk"]);
  const deletion = { name: "delete_task", arguments: { task_id: 1 } };

  const { structuredContent } = await client.callTool(deletion);
  expect(structuredContent).toMatchObject({ status: "waiting_for_approval" });
  expect((await ada.todo(["list-approvals"])).stdout).toMatch(/milk[\s\S]*todo approve /);
  expect((await ada.todo(["list"])).stdout).toContain("milk");

  const { approval_id } = structuredContent as { approval_id: string };
  expect(await ada.todo(["approve", approval_id])).toMatchObject({ code: 0 });
  expect((await ada.todo(["list"])).stdout).not.toContain("milk");
});

test("without a server it still answers, and says what to do", async () => {
  const ada = await signUp(await openServer());
  const client = await connect(ada, "legacy", { TODO_URL: "http://127.0.0.1:9", TODO_TOKEN: "token" });

  const { isError, content } = await client.callTool({ name: "list_tasks", arguments: {} });

  expect(isError).toBe(true);
  expect(content).toMatchObject([{ text: expect.stringMatching(/can't be reached.*todo start/) }]);
  await expect(client.listTools()).rejects.toThrow(/can't be reached/);
});
