import type { Task } from "@todo/contract";
import { expect, test } from "vitest";
import { callTool } from "../testing/mcp.ts";
import { createWorld, type Person } from "../testing/world.ts";

const send = async (ada: Person, method: string, path: string, body?: object) => {
  const response = await ada.fetch(path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Task & { next: Task };
};

/** Adds, completes, and tells when it is due first and then. */
const ways: Record<string, (ada: Person, task: object) => Promise<(Task | undefined)[]>> = {
  async REST(ada, task) {
    const added = await send(ada, "POST", "/api/tasks", task);
    return [added, (await send(ada, "POST", `/api/tasks/${added.id}/complete`)).next];
  },
  async MCP(ada, task) {
    const added = (await callTool(ada, "add_task", task)).structuredContent as Task & { next: Task };
    const done = await callTool(ada, "complete_task", { task_id: added.id });
    return [added, (done.structuredContent as { next: Task }).next];
  },
  async "the first contract"(ada, task) {
    const added = await send(ada, "POST", "/api/tasks", task);
    await send(ada, "PATCH", `/api/${ada.id}/tasks/${added.number}/complete`);
    return [added, (await ada.list_tasks({ status: "pending" })).tasks[0]];
  },
};

test.each([
  ["America/New_York", { recurrence: { words: "every last workday of the month at 9" } }],
  ["Pacific/Kiritimati", { recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU,FR" }, due_time: "23:30" }],
  ["Pacific/Pago_Pago", { recurrence: { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true } }],
])("in %s every way in gives the same days", async (time_zone, fields) => {
  const world = await createWorld({ now: "2026-03-07T11:00:00.000Z" });
  const answers = await Promise.all(
    Object.entries(ways).map(async ([name, way]) => {
      const ada = await world.as(name.replaceAll(" ", "-"));
      await ada.update_profile({ time_zone });
      const tasks = await way(ada, { title: "a", ...fields });
      return tasks.map((task) => [task?.due_on, task?.due_time, task?.time_zone, task?.recurrence?.rrule]);
    }),
  );
  expect(answers[0]?.flat()).not.toContain(undefined);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});
