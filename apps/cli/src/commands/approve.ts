/** `todo approve <id>`: the yes or no to what the assistant or an MCP client wants to do. */
import type { Approval, Client } from "@todo/contract";
import { AppError } from "@todo/contract/errors";
import { defineCommand } from "citty";
import { toolLine } from "../chat/turn.ts";
import { UsageError } from "../failures.ts";
import { harmless, print, printJson } from "../output/terminal.ts";
import { openSession } from "../session.ts";

export const approveCommand = defineCommand({
  meta: {
    name: "approve",
    description: "Say yes or no to what waits for it; `todo list-approvals` shows it",
  },
  args: {
    APPROVAL: { type: "positional", required: false, description: "Id of the approval" },
    reject: { type: "boolean", description: "Say no" },
    only: { type: "string", description: "Only these tasks, by number or id", valueHint: "3,4" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    const [id, surplus] = args._;
    if (id === undefined || surplus !== undefined)
      throw new UsageError("Say which one: `todo approve <id>`. `todo list-approvals` shows what waits.");
    if (args.reject && args.only !== undefined)
      throw new UsageError("--only goes with a yes, not with --reject.");
    const { client } = await openSession();
    const only = args.only === undefined ? undefined : await targetsOf(client, id, args.only);
    const answer = await client.answerApproval(id, {
      decision: args.reject ? "reject" : "approve",
      ...(only && { only }),
    });
    if (args.json) return printJson(answer);
    for (const call of answer.tool_calls) print(toolLine(call));
    if (answer.response !== "") print(harmless(answer.response));
  },
});

/** Numbers and ids as people write them → ids. */
async function targetsOf(client: Client, id: string, written: string): Promise<string[]> {
  const { approvals } = await client.list_approvals({});
  const approval = approvals.find((one) => one.id === id);
  if (!approval)
    throw new AppError("not_found", `Nothing with the id ${id} waits for a yes.`, {
      params: { kind: "approval", id },
    });
  return written.split(",").map((one) => targetCalled(approval, one.trim()));
}

function targetCalled({ targets }: Approval, written: string): string {
  const target = targets.find(({ id, number }) => id === written || String(number) === written);
  if (target) return target.id;
  throw new UsageError(
    `${written} is not among ${targets.map(({ id, number }) => number ?? id).join(", ")}.`,
  );
}
