import type { ChatEvent } from "@todo/contract";
import { expect, test } from "vitest";
import { createLog } from "../log.ts";
import { type ScriptedReply, scriptedModel } from "../testing/scripted-model.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createAssistant } from "./assistant.ts";

const forever = () => new Promise<ScriptedReply>(() => {});

/** Another process on the same database, after the first one's last sign of life is long past. */
function laterProcess({ database, app: { runner } }: World) {
  return createAssistant({
    database,
    runner,
    model: { kind: "built-in" },
    now: () => new Date("2026-11-23T09:02:00Z"),
    log: createLog("silent"),
  });
}

const passTime = ({ database }: World, runId: string) =>
  database.pool.query("update agent_runs set updated_at = now() - interval '2 minutes' where id = $1", [
    runId,
  ]);

test("a run whose process died is finished by another, and nothing is done twice", async () => {
  const addMilk = [{ name: "add_task", arguments: { title: "milk" } }];
  const world = await createWorld({
    now: "2026-11-23T09:00:00Z",
    modelOverride: () => scriptedModel([addMilk, forever]),
  });
  const ada = await world.as("ada");
  let started: Extract<ChatEvent, { type: "run_started" }> | undefined;
  for await (const event of ada.streamChat({ message: "show my tasks" })) {
    if (event.type === "run_started") started = event;
    if (event.type === "tool_finished") break;
  }
  await passTime(world, started!.run_id);
  const later = laterProcess(world);

  expect(await later.recover()).toBe(1);
  await later.settled();

  const { messages } = await ada.get_conversation({ conversation_id: started!.conversation_id });
  expect(messages.at(-1)).toMatchObject({ status: "complete", text: "You have 1 task:\n1. milk" });
  expect(messages.at(-1)!.tool_calls.map(({ tool }) => tool)).toEqual(["add_task", "list_tasks"]);
  expect(await later.recover()).toBe(0);
});

test("a yes that was given just before the process died is carried out", async () => {
  const world = await createWorld({ now: "2026-11-23T09:00:00Z" });
  const ada = await world.as("ada");
  await ada.add_task({ title: "milk" });
  const { run_id, approvals, conversation_id } = await ada.chat({ message: "delete milk" });
  await world.database.pool.query("update approvals set status = 'approved' where id = $1", [
    approvals[0]!.id,
  ]);
  await passTime(world, run_id!);
  const later = laterProcess(world);

  expect(await later.recover()).toBe(1);
  await later.settled();

  const { messages } = await ada.get_conversation({ conversation_id: conversation_id! });
  expect(messages.at(-1)!.text).toBe("Deleted milk.");
  expect((await ada.list_tasks({})).tasks).toEqual([]);
});
