import { expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

test("the story: add, complete, move, delete with a yes, undo", async () => {
  const world = await createWorld({ now: "2026-11-23T09:00:00Z" });
  const ada = await world.as("ada");
  const time_zone = "Europe/Berlin";
  const first = await ada.chat({
    message: "add milk and eggs to groceries and call mom tomorrow at 5pm",
    time_zone,
  });
  const conversation_id = first.conversation_id!;
  const say = (message: string) => ada.chat({ message, conversation_id });
  expect(first.response).toBe("Added milk and eggs to groceries, and call mom for tomorrow at 17:00.");

  expect((await say("mark the milk as done")).response).toBe("Completed milk.");
  expect((await say("move call mom to Friday")).response).toBe(
    "Moved call mom to Friday, 27 November at 17:00.",
  );

  const waiting = await say("delete call mom");
  expect(waiting.response).toBe("Waiting for your approval to delete call mom.");
  expect(waiting.approvals).toMatchObject([{ status: "pending", summary: "Delete call mom" }]);
  const done = await ada.answerApproval(waiting.approvals[0]!.id, { decision: "approve" });
  expect(done.response).toBe("Deleted call mom.");

  expect((await say("undo that")).response).toBe("Took back deleting call mom.");
  const { tasks } = await ada.list_tasks();
  expect(tasks.map(({ title, status }) => `${title} ${status}`)).toEqual([
    "milk completed",
    "eggs pending",
    "call mom pending",
  ]);
});
