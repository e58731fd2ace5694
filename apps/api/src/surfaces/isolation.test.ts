/** What must hold for all operations, tested over the list of operations: nobody sees or touches another's rows. */
import { operations } from "@todo/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { callTool, listTools } from "../testing/mcp.ts";
import { sendOperation } from "../testing/rest.ts";
import { examples, giveThings, rowsOf, type Things } from "../testing/things.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

let world: World;
let ada: Person;
let bob: Person;
let things: Things;
let before: unknown;
/** A key of Ada's that may only read. */
let key: string;

beforeAll(async () => {
  world = await createWorld({ lasts: "file" });
  [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
  things = await giveThings(world, ada);
  ({ key } = await ada.create_api_key({ name: "reader", scopes: ["read"] }));
  before = await rowsOf(world, ada.id);
});

const writing = operations.filter(({ effect }) => effect !== "read");

const tools = operations.filter(({ personal }) => !personal);

/** Bob's answers to Ada's ids, through any surface: an error, or things of his own. */
describe("shows and changes nothing of another's", () => {
  test.each(operations)("$name by REST", async (operation) => {
    const response = await sendOperation(bob, operation, examples[operation.name](things));

    expect(response.status).toBeLessThan(500);
    expect(idsIn(await response.text(), things, examples[operation.name](things))).toEqual([]);
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });

  test.each(tools)("$name by MCP", async (operation) => {
    const result = await callTool(bob, operation.name, examples[operation.name](things));

    expect(idsIn(JSON.stringify(result), things, examples[operation.name](things))).toEqual([]);
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });
});

describe("never asks for a yes to something of another's", () => {
  test.each(tools.filter(({ effect }) => effect === "destroy"))("$name by MCP", async ({ name }) => {
    expect(await callTool(bob, name, examples[name](things))).toMatchObject({
      isError: true,
      structuredContent: { code: "not_found" },
    });
    const { approvals } = await bob.list_approvals();
    expect(approvals.filter(({ tool }) => tool === name)).toEqual([]);
  });
});

describe("a key that may only read", () => {
  test.each(writing)("can't $name by REST", async (operation) => {
    const response = await sendOperation(ada.with(key), operation, examples[operation.name](things));

    expect(response.status).toBe(403);
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });

  test("sees only reading tools by MCP, and can't call the others", async () => {
    const reading = operations
      .filter(({ effect, personal }) => effect === "read" && !personal)
      .map(({ name }) => name);
    expect((await listTools(ada.with(key))).map(({ name }) => name).sort()).toEqual(reading.sort());
    for (const { name, personal } of writing) {
      const result = await callTool(ada.with(key), name, examples[name](things));
      expect(result, name).toMatchObject({ isError: true });
      if (!personal) expect(result.structuredContent).toMatchObject({ code: "forbidden" });
    }
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });
});

describe("a user_id that a caller chose", () => {
  test.each(operations.filter(({ personal }) => !personal))(
    "never decides in $name by MCP",
    async ({ name }) => {
      const world = await createWorld();
      const [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
      const things = await giveThings(world, ada);
      const before = await rowsOf(world, ada.id);

      const result = await callTool(bob, name, { ...examples[name](things), user_id: ada.id });

      expect(result).toMatchObject({ isError: true, structuredContent: { code: "forbidden" } });
      expect(await rowsOf(world, ada.id)).toEqual(before);
    },
  );

  test("is an unknown field by REST", async () => {
    const response = await bob.fetch("/api/tasks", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ title: "x", user_id: ada.id }),
    });
    expect(response.status).toBe(422);
  });
});

/** Ada's ids in an answer, but for those that Bob himself had sent. */
function idsIn(answer: string, things: Things, sent: unknown): string[] {
  const own = JSON.stringify(sent);
  return Object.values(things).filter((id) => answer.includes(id) && !own.includes(id));
}
