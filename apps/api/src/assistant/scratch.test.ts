import { readFileSync } from "node:fs";
import { test } from "vitest";
import { createWorld } from "../testing/world.ts";

test("scratch", async () => {
  const world = await createWorld({ now: "2026-11-23T09:00:00Z" });
  let n = 0;
  for (const script of readFileSync("/tmp/scripts.txt", "utf8").split(/\n---\n/)) {
    const ada = await world.as(`ada${n++}`);
    let conversation_id: string | undefined;
    const lines: string[] = [];
    for (const message of script.split("\n").filter(Boolean)) {
      if (message === "@new") {
        conversation_id = undefined;
        continue;
      }
      const started = performance.now();
      try {
        if (message.startsWith("@")) {
          const { approvals } = await ada.list_approvals();
          const only = message.match(/only (.*)/)?.[1]?.split(",");
          const done = await ada.answerApproval(approvals[0]!.id, {
            decision: message.startsWith("@no") ? "reject" : "approve",
            ...(only && { only }),
          });
          lines.push(
            `» ${message}\n   ${done.response.replaceAll("\n", "\n   ")}   ${done.tool_calls.map(({ tool, status }) => `[${tool} ${status}]`).join("")}`,
          );
          continue;
        }
        const a = await ada.chat({
          message,
          time_zone: "Europe/Berlin",
          ...(conversation_id && { conversation_id }),
        });
        conversation_id = a.conversation_id!;
        lines.push(
          `» ${message}\n   ${a.response.replaceAll("\n", "\n   ")}   ${a.tool_calls.map(({ tool, input, status }) => `[${tool} ${JSON.stringify(input)} ${status}]`).join("")} ${Math.round(performance.now() - started)}ms`,
        );
      } catch (e) {
        lines.push(`» ${message}\n   !!! ${e}`);
      }
    }
    console.log(lines.join("\n") + "\n=======");
  }
  await world.close();
}, 120000);
