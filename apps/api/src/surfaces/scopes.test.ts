/** What must hold for every route that isn't an operation's: a key does no more than its scopes say. */
import { operations } from "@todo/contract";
import { beforeAll, expect, test } from "vitest";
import { giveThings, rowsOf } from "../testing/things.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";

let world: World;
let ada: Person;
let reader: string;
let ids: Record<string, string>;

const ofOperations = new Set(
  operations.map(({ method, path }) => `${method} /api${path.replace(/\{(\w+)\}/g, ":$1")}`),
);
const bodies: Record<string, object> = {
  "POST /api/account/delete": { password: PASSWORD },
  "POST /api/chat": { message: "show my tasks" },
  "POST /api/approvals/:id": { decision: "approve" },
  "POST /api/runs/:id/retry": {},
  "POST /api/runs/:id/cancel": {},
  "POST /api/:user_id/tasks": { title: "milk" },
  "PUT /api/:user_id/tasks/:id": { title: "milk" },
  "DELETE /api/:user_id/tasks/:id": {},
  "PATCH /api/:user_id/tasks/:id/complete": {},
  "POST /api/:user_id/chat": { message: "show my tasks" },
};

beforeAll(async () => {
  world = await createWorld({ lasts: "file" });
  ada = await world.as("ada");
  await giveThings(world, ada);
  const { run_id, approvals } = await ada.chat({ message: "delete all my tasks" });
  const { key } = await ada.create_api_key({ name: "reader", scopes: ["read"] });
  reader = key;
  ids = { "/api/approvals/": approvals[0]!.id, "/api/runs/": run_id! };
});

/** `/mcp` serves operations alone; what the accounts' own routes let in is tested beside them. */
const writing = () =>
  world.app.routes
    .filter(({ method, path }) => /POST|PUT|PATCH|DELETE/.test(method) && !path.startsWith("/api/auth/"))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !ofOperations.has(route));

test("the list of routes is whole", () => {
  expect(new Set(writing())).toEqual(new Set(Object.keys(bodies)));
});

test.each(Object.keys(bodies))("%s is refused to a key that may only read", async (route) => {
  const before = await rowsOf(world, ada.id);
  const [method, path] = route.split(" ") as [string, string];
  const id = Object.entries(ids).find(([start]) => path.startsWith(start))?.[1] ?? "1";

  const response = await ada.with(reader).fetch(path.replace(":user_id", ada.id).replace(":id", id), {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(bodies[route]),
  });

  expect(await response.json()).toMatchObject({ status: 403, code: "forbidden" });
  expect(await rowsOf(world, ada.id)).toEqual(before);
});
