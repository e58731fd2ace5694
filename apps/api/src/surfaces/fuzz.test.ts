/**
 * Whatever is sent, to every operation by every way in: never a failure of the
 * server's, never anything of another's. FUZZ_CASES says how many inputs each
 * operation gets (75 when left out): a third by REST, a third by MCP, a third by
 * the assistant. A failure prints its seed.
 */
import { operations } from "@todo/contract";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { arbitraryInput, mutated } from "../testing/arbitraries.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import { examples, giveThings, rowsOf, type Things } from "../testing/things.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

const cases = Number(process.env.FUZZ_CASES ?? 75);
/** Of an operation that isn't the person's own hands' alone. */
const casesOfWay = Math.ceil(cases / 3);
const PATIENCE_MS = 60_000 + cases * 1_000;
/** What a single input may take, on a busy machine and while others wait for the same space. */
const DEADLINE_MS = 10_000;
/** So many calls a model asks for in one answer; that they are made one after another takes its time. */
const CALLS_OF_ANSWER = 200;
const CALL_MS = 250;
const ENVIRONMENT = { WRITES_PER_MINUTE: "0", RUNS_PER_PERSON: "0" };

let world: World;
let ada: Person;
let bob: Person;
let things: Things;
let own: Things;
let before: unknown;
/** Of Ada's things and of Bob's own. */
let ids: string[];

beforeAll(async () => {
  // On a busy machine a run may lose its lease; it must go on, as in a cluster.
  world = await createWorld({ lasts: "file", environment: ENVIRONMENT, timing: { watchMs: 2_000 } });
  [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
  things = await giveThings(world, ada);
  own = await giveThings(world, bob);
  // Without Bob's other session: ending sessions is tried with Ada's.
  const { session: _, ...known } = own;
  ids = [...Object.values(things), ...Object.values(known)];
  before = await rowsOf(world, ada.id);
});

const inputsOf = (operation: (typeof operations)[number]) => {
  const right = arbitraryInput(operation.input, ids);
  return fc.oneof(right, mutated(right), mutated(mutated(right)));
};

async function holds(
  inputs: fc.Arbitrary<unknown>,
  send: (input: unknown) => Promise<Response>,
  numRuns = casesOfWay,
) {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const startedAt = performance.now();
      const response = await send(input);
      const text = await response.text();
      expect(performance.now() - startedAt, JSON.stringify(input)).toBeLessThan(DEADLINE_MS);
      expect(response.status, text).toBeLessThan(500);
      expect(text).not.toMatch(/"code":"(internal|unavailable)"/);
      const told = withoutInputs(text);
      const adas = Object.values(things).filter((id) =>
        new RegExp(`"\\w*(id|parent|undo)":"${id}"`).test(told),
      );
      expect(adas.filter((id) => !JSON.stringify(input)?.includes(id))).toEqual([]);
    }),
    { numRuns, endOnFailure: numRuns > 100 },
  );
  expect(await rowsOf(world, ada.id)).toEqual(before);
}

/** Without what Bob sent himself with earlier calls: he may have given a list the id of one of Ada's for a name. */
function withoutInputs(answer: string): string {
  const line = answer.split("\n").find((one) => /^(data: )?\{/.test(one));
  if (line === undefined) return answer;
  const body = line.replace(/^data: /, "");
  return JSON.stringify(JSON.parse(body, (name, value: unknown) => (name === "input" ? null : value)));
}

const json = { "content-type": "application/json" };

/** As a client would that checks nothing: fields of the path into the path, the rest into query or body. */
async function sendRest(
  { method, path, pathFields, name }: (typeof operations)[number],
  input: unknown,
): Promise<Response> {
  const given: Record<string, unknown> =
    typeof input === "object" && input !== null && !Array.isArray(input) ? { ...input } : {};
  const example: Record<string, unknown> = examples[name](own);
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) =>
    encodeURIComponent(String(given[field] ?? example[field]).toWellFormed()),
  );
  for (const field of pathFields) delete given[field];
  if (method === "GET" || method === "DELETE") {
    const query = new URLSearchParams(
      Object.entries(given).map(([field, value]) => [
        field,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    );
    return bob.fetch(`/api${filled}?${query}`, { method });
  }
  const body = JSON.stringify(Object.keys(given).length > 0 ? given : input);
  return bob.fetch(`/api${filled}`, { method, headers: json, body });
}

const callMcp = (params: object) =>
  bob.fetch("/mcp", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
  });

const tools = operations.filter(({ personal }) => !personal);

describe("by REST", { timeout: PATIENCE_MS }, () => {
  test.each(operations)("$name", (operation) =>
    holds(
      inputsOf(operation),
      (input) => sendRest(operation, input),
      operation.personal ? cases : casesOfWay,
    ),
  );
});

describe("by MCP", { timeout: PATIENCE_MS }, () => {
  test.each(tools)("$name", (operation) =>
    holds(inputsOf(operation), (input) => callMcp({ name: operation.name, arguments: input })),
  );
});

describe("by the classic contract", { timeout: PATIENCE_MS }, () => {
  const adding = tools.find(({ name }) => name === "add_task")!;
  const fields = () => inputsOf(adding);

  test("adding", () =>
    holds(fields(), (input) =>
      bob.fetch(`/api/${bob.id}/tasks`, { method: "POST", headers: json, body: JSON.stringify(input) }),
    ));

  test("changing", () =>
    holds(fields(), (input) =>
      bob.fetch(`/api/${bob.id}/tasks/1`, { method: "PUT", headers: json, body: JSON.stringify(input) }),
    ));

  test("naming a person and a task", () =>
    holds(fc.tuple(fc.oneof(fc.constantFrom(...ids, bob.id), fc.string()), fc.string()), (input) => {
      const [person, task] = (input as [string, string]).map((part) =>
        encodeURIComponent(part.toWellFormed()),
      );
      return bob.fetch(`/api/${person}/tasks/${task}`);
    }));
});

describe("as a tool of the assistant", { timeout: PATIENCE_MS }, () => {
  test.each(tools)("$name", async (operation) => {
    const inputs = fc.sample(inputsOf(operation), casesOfWay);
    for (let done = 0; done < inputs.length; done += CALLS_OF_ANSWER)
      await callsHold(operation.name, inputs.slice(done, done + CALLS_OF_ANSWER));
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });

  async function callsHold(name: string, inputs: unknown[]) {
    const calls = inputs.map((input) => ({ name, arguments: input as object }));
    const scripted = await createWorld({
      environment: ENVIRONMENT,
      modelOverride: () => scriptedModel([calls, "Done."]),
    });
    const startedAt = performance.now();
    const answer = await scripted.with(bob.token).chat({ message: "go on" });
    expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS + calls.length * CALL_MS);
    await scripted.close();
    const codes = answer.tool_calls.map(({ output }) => (output as { code?: string } | null)?.code);
    expect(codes).not.toContain("internal");
    expect(codes).not.toContain("unavailable");
  }
});

describe("a body that nests deeper than a program can follow", () => {
  const depth = 200_000;
  const nested = `{"title":${"[".repeat(depth)}${"]".repeat(depth)}}`;

  test.each([
    ["by REST", "/api/tasks", nested],
    ["by the classic contract", "/api/ID/tasks", nested],
    ["in the chat", "/api/chat", nested.replace("title", "message")],
    [
      "by MCP",
      "/mcp",
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"add_task","arguments":${nested}}}`,
    ],
  ])("%s", async (_way, path, body) => {
    const response = await bob.fetch(path.replace("ID", bob.id), { method: "POST", headers: json, body });
    const text = await response.text();
    expect(response.status, text.slice(0, 500)).toBeLessThan(500);
    expect(text).not.toContain('"code":"internal"');
  });
});
