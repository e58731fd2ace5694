import { type NamedOperation, operations } from "@todo/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { sendOperation } from "../testing/rest.ts";
import { examples, giveThings, rowsOf, type Things } from "../testing/things.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

const operation = (name: string) => operations.find((one) => one.name === name) as NamedOperation;

test.each(operations)("$name answers at its route as the contract says", async (one) => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const response = await sendOperation(ada, one, examples[one.name](await giveThings(world, ada)));
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  one.output.parse(await response.json());
});

describe("what is wrong with a request", () => {
  let world: World;
  let ada: Person;
  let things: Things;
  let before: unknown;

  beforeAll(async () => {
    world = await createWorld({ lasts: "file" });
    ada = await world.as("ada");
    things = await giveThings(world, ada);
    before = await rowsOf(world, ada.id);
  });

  const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
    ada.fetch("/api/tasks", { method: "POST", headers, body });

  const wrong: [string, () => Promise<Response>, number, string][] = [
    ["malformed JSON", () => post('{"title":'), 400, "malformed_request"],
    ["no JSON object", () => post('["title"]'), 422, "validation_failed"],
    ["null", () => post("null"), 422, "validation_failed"],
    [
      "another content type",
      () => post("title=x", { "content-type": "text/plain" }),
      415,
      "unsupported_media_type",
    ],
    [
      "a body over 1 MB",
      () => post(JSON.stringify({ title: "x", description: "y".repeat(1_100_000) })),
      413,
      "too_large",
    ],
    ["an empty title", () => post('{"title":"   "}'), 422, "validation_failed"],
    [
      "a title of 201 characters",
      () => post(JSON.stringify({ title: "x".repeat(201) })),
      422,
      "validation_failed",
    ],
    ["a control character", () => post('{"title":"a\\u0007b"}'), 422, "validation_failed"],
    ["a NUL in the search", () => ada.fetch("/api/tasks?search=a%00b"), 422, "validation_failed"],
    ["half a character", () => post('{"title":"a\\ud83d"}'), 422, "validation_failed"],
    ["null for a field", () => post('{"title":"a","due_on":null}'), 422, "validation_failed"],
    ["a day that doesn't exist", () => post('{"title":"a","due_on":"2026-02-30"}'), 422, "validation_failed"],
    [
      "a zone that doesn't exist",
      () => post('{"title":"a","time_zone":"Mars/Base"}'),
      422,
      "validation_failed",
    ],
    ["the year 0", () => ada.fetch("/api/tasks?due_on=0000-01-01"), 422, "validation_failed"],
    ["an unknown query field", () => ada.fetch("/api/tasks?colour=red"), 422, "validation_failed"],
    ["a limit that is no number", () => ada.fetch("/api/tasks?limit=many"), 422, "validation_failed"],
    ["a limit above 200", () => ada.fetch("/api/tasks?limit=201"), 422, "validation_failed"],
    ["a cursor of nobody's", () => ada.fetch("/api/tasks?cursor=%00"), 422, "validation_failed"],
    ["a task id that is none", () => ada.fetch("/api/tasks/first"), 422, "validation_failed"],
    ["a task that isn't there", () => ada.fetch("/api/tasks/4711"), 404, "not_found"],
    ["a field in path and body", () => patch({ task_id: 2, title: "x" }), 422, "validation_failed"],
    ["a route that isn't there", () => ada.fetch("/api/nothing"), 404, "not_found"],
    [
      "an empty Idempotency-Key",
      () => post('{"title":"x"}', { "content-type": "application/json", "idempotency-key": "" }),
      400,
      "malformed_request",
    ],
  ];
  const patch = (body: object) =>
    ada.fetch("/api/tasks/1", {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test.each(wrong)("%s is told as a problem, and nothing is stored", async (_what, send, status, code) => {
    const response = await send();
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status,
      code,
      type: `urn:todo:problem:${code}`,
      detail: expect.any(String),
    });
    expect(response.status).toBe(status);
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });

  test("every wrong field is named at once", async () => {
    const response = await post('{"title":"","priority":"soon","due_on":"tomorrow","colour":"red"}');
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(["colour", "due_on", "priority", "title"]);
  });

  test("text may hold tabs, line breaks and any script", async () => {
    const bob = await world.as("bob");
    const task = await bob.add_task({ title: "دودھ خریدنا 🥛", description: "a\tb\nc\r\nd" });
    expect(task).toMatchObject({ title: "دودھ خریدنا 🥛", description: "a\tb\nc\r\nd" });
  });

  test("without a credential it is unauthenticated", async () => {
    const response = await world.app.fetch(new Request("http://localhost:3000/api/tasks"));
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(things.task).toBeTruthy();
  });
});

describe("an Idempotency-Key", () => {
  const add = (person: Person, key: string, title: string) =>
    sendOperation(person, operation("add_task"), { title }, { "idempotency-key": key });

  test("makes a repetition answer the same, once done", async () => {
    const ada = await (await createWorld()).as("ada");
    const first = await (await add(ada, "k1", "milk")).text();
    expect(await (await add(ada, "k1", "milk")).text()).toBe(first);
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
  });

  test("holds when requests race", async () => {
    const ada = await (await createWorld()).as("ada");
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => (await add(ada, "k1", "milk")).text()),
    );
    expect(new Set(answers).size).toBe(1);
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
  });

  test("with another body is refused", async () => {
    const ada = await (await createWorld()).as("ada");
    await add(ada, "k1", "milk");
    expect(await (await add(ada, "k1", "eggs")).json()).toMatchObject({ code: "idempotency_conflict" });
  });

  test("is the person's own", async () => {
    const { as } = await createWorld();
    const [ada, bob] = await Promise.all([as("ada"), as("bob")]);
    await add(ada, "k1", "milk");
    expect((await add(bob, "k1", "milk")).status).toBe(201);
    expect((await bob.list_tasks()).tasks).toHaveLength(1);
  });

  test("is free again after 24 hours", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await add(ada, "k1", "milk");
    // The database's clock decides, and that one can't be set.
    await world.database.rows(
      sql`update idempotency_keys set created_at = created_at - interval '24 hours 1 second' where user_id = ${ada.id}`,
    );
    await add(ada, "k1", "milk");
    expect((await ada.list_tasks()).tasks).toHaveLength(2);
  });

  test("of a refused request may be used again", async () => {
    const ada = await (await createWorld()).as("ada");
    expect(
      (await sendOperation(ada, operation("complete_task"), { task_id: 1 }, { "idempotency-key": "k1" }))
        .status,
    ).toBe(404);
    await ada.add_task({ title: "milk" });
    expect(
      (await sendOperation(ada, operation("complete_task"), { task_id: 1 }, { "idempotency-key": "k1" }))
        .status,
    ).toBe(200);
  });

  test("doesn't keep an answer that holds a secret", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const create = () =>
      sendOperation(ada, operation("create_api_key"), { name: "script" }, { "idempotency-key": "k1" });
    const { key } = (await (await create()).json()) as { key: string };
    expect(await (await create()).json()).toMatchObject({ code: "idempotency_conflict" });
    const kept = await world.database.pool.query("select response from idempotency_keys where user_id = $1", [
      ada.id,
    ]);
    expect(JSON.stringify(kept.rows)).not.toContain(key);
    expect((await ada.list_api_keys()).keys).toHaveLength(1);
  });
});
