import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "./client.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers one request after another as the script says, and remembers what was sent. */
function server(script: (() => Response | Promise<Response>)[]) {
  const sent: { key: string | null; body: string | undefined }[] = [];
  const send: typeof fetch = async (_url, init) => {
    sent.push({ key: new Headers(init?.headers).get("idempotency-key"), body: init?.body?.toString() });
    return script[sent.length - 1]!();
  };
  return { sent, client: (retries: number) => createClient({ baseUrl: "", fetch: send, retries }) };
}

const done = () => Response.json({ id: "1", title: "milk" });
const lost = () => Promise.reject(new TypeError("fetch failed"));
const problem = (code: string, status: number, headers: Record<string, string> = {}) =>
  Response.json({ code, detail: "A sentence.", status }, { status, headers });
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.error(new TypeError("terminated")),
    }),
  );

async function settle<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => {});
  await vi.runAllTimersAsync();
  return answer;
}

test.each([
  ["the connection was lost", lost],
  ["the answer broke off", brokenOff],
  ["the server was unavailable", () => problem("unavailable", 503, { "retry-after": "2" })],
  ["a proxy had nobody to ask", () => new Response("Bad gateway", { status: 502 })],
])("a write is sent again with the same key when %s", async (_what, failure) => {
  const { sent, client } = server([failure, done]);
  expect(await settle(client(2).add_task({ title: "milk" }))).toMatchObject({ title: "milk" });
  expect(sent[0]!.key).toMatch(/^[0-9a-f]{32}$/);
  expect(sent[1]).toEqual(sent[0]);
});

test("two writes have two keys, and a read has none", async () => {
  const { sent, client } = server([done, done, done]);
  const { add_task, get_task } = client(1);
  await add_task({ title: "milk" });
  await add_task({ title: "milk" });
  await get_task({ task_id: 1 });
  expect(sent[0]!.key).not.toBe(sent[1]!.key);
  expect(sent[2]!.key).toBeNull();
});

test("a key that was given is the one that is sent", async () => {
  const { sent, client } = server([lost, done]);
  await settle(client(1).add_task({ title: "milk" }, { idempotencyKey: "mine" }));
  expect(sent.map(({ key }) => key)).toEqual(["mine", "mine"]);
});

test("what was refused isn't sent again", async () => {
  const { sent, client } = server([() => problem("validation_failed", 422)]);
  await expect(settle(client(2).add_task({ title: "" }))).rejects.toMatchObject({
    code: "validation_failed",
  });
  expect(sent).toHaveLength(1);
});

test("in the end it says that the server can't be reached", async () => {
  const { sent, client } = server([lost, lost, lost]);
  await expect(settle(client(2).add_task({ title: "milk" }))).rejects.toMatchObject({ code: "unavailable" });
  expect(sent).toHaveLength(3);
});
