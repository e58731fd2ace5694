import { describe, expect, test } from "vitest";
import { createWorld, type Person } from "../testing/world.ts";

const json = (method: string, body: object) => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

async function at(person: Person, path: string, init?: RequestInit, owner = person.id) {
  const response = await person.fetch(`/api/${owner}${path}`, init);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

test("the whole life of a task", async () => {
  const ada = await (await createWorld()).as("ada");

  const made = await at(ada, "/tasks", json("POST", { title: "milk", description: "two litres" }));
  expect(made).toMatchObject({
    status: 201,
    body: { id: 1, user_id: ada.id, title: "milk", description: "two litres", completed: false },
  });
  expect(await at(ada, "/tasks")).toMatchObject({ status: 200, body: [{ id: 1 }] });
  expect(await at(ada, "/tasks/1")).toMatchObject({ status: 200, body: { id: 1, title: "milk" } });
  expect(await at(ada, "/tasks/1", json("PUT", { title: "oat milk", description: "" }))).toMatchObject({
    status: 200,
    body: { title: "oat milk", description: "" },
  });
  expect(await at(ada, "/tasks/1/complete", { method: "PATCH" })).toMatchObject({
    status: 200,
    body: { completed: true },
  });
  expect(await at(ada, "/tasks/1/complete", { method: "PATCH" })).toMatchObject({
    status: 200,
    body: { completed: false },
  });
  expect((await at(ada, "/tasks/1", { method: "DELETE" })).status).toBe(204);
  expect((await at(ada, "/tasks/1")).status).toBe(404);
  expect((await at(ada, "/tasks")).body).toEqual([]);
});

test("tasks are listed by status, all of them", async () => {
  const ada = await (await createWorld()).as("ada");
  for (let n = 0; n < 3; n++)
    await ada.add_tasks({ tasks: Array.from({ length: 100 }, (_, i) => ({ title: `${n}-${i}` })) });
  await ada.complete_task({ task_id: 1 });
  expect((await at(ada, "/tasks")).body).toHaveLength(300);
  expect((await at(ada, "/tasks?status=completed")).body).toMatchObject([{ id: 1, completed: true }]);
  expect((await at(ada, "/tasks?status=pending")).body).toHaveLength(299);
  expect((await at(ada, "/tasks?status=soon")).status).toBe(422);
});

test("the chat answers with what it did, and goes on in the same conversation", async () => {
  const ada = await (await createWorld()).as("ada");
  const first = await at(ada, "/chat", json("POST", { message: "Add a task to buy groceries" }));
  expect(first).toMatchObject({
    status: 200,
    body: {
      conversation_id: expect.any(String),
      response: expect.stringContaining("buy groceries"),
      tool_calls: [{ tool: "add_task" }],
    },
  });
  const { conversation_id } = first.body as { conversation_id: string };
  const second = await at(
    ada,
    "/chat",
    json("POST", { conversation_id, message: "Mark task 1 as complete" }),
  );
  expect(second.body).toMatchObject({ conversation_id });
  expect((await ada.get_task({ task_id: 1 })).status).toBe("completed");
});

describe("whose tasks", () => {
  const routes: [string, RequestInit?][] = [
    ["/tasks"],
    ["/tasks", json("POST", { title: "x" })],
    ["/tasks/1"],
    ["/tasks/1", json("PUT", { title: "x" })],
    ["/tasks/1", { method: "DELETE" }],
    ["/tasks/1/complete", { method: "PATCH" }],
    ["/chat", json("POST", { message: "add x" })],
  ];

  test.each(routes)("%s: the path's user must be the token's", async (path, init) => {
    const { as, app } = await createWorld();
    const [ada, bob] = await Promise.all([as("ada"), as("bob")]);
    await ada.add_task({ title: "diary" });
    for (const owner of [ada.id, "somebody"]) expect((await at(bob, path, init, owner)).status).toBe(403);
    expect((await app.fetch(new Request(`http://localhost:3000/api/${ada.id}${path}`, init))).status).toBe(
      401,
    );
    expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "diary", status: "pending" }]);
  });
});
