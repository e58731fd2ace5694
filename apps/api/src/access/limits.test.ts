/** Limits hold over all processes, say when to come back, and cost nobody else anything. */
import { limits } from "@todo/contract";
import { expect, onTestFinished, test } from "vitest";
import { sql } from "../db/sql.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

/** Two processes with the same limits, and a person who uses both. */
async function twoProcesses(environment: Record<string, string>) {
  const [here, there] = [await createWorld({ environment }), await createWorld({ environment })];
  const ada = await here.as("ada");
  return { here, there, ada, elsewhere: there.with(ada.token) };
}

type Caller = Pick<Person, "fetch">;

async function listen(as: Caller): Promise<Response> {
  const response = await as.fetch("/api/live");
  onTestFinished(async () => void (await response.body?.cancel().catch(() => {})));
  return response;
}

async function refusal(response: Response) {
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  const problem = await response.json();
  expect(problem).toMatchObject({ code: "too_many_requests", detail: expect.stringMatching(/\.$/) });
  return problem;
}

test("streams of one person are counted over all processes", async () => {
  const { ada, elsewhere, here } = await twoProcesses({ STREAMS_PER_PERSON: "2" });
  const first = await listen(ada);
  expect((await listen(elsewhere)).status).toBe(200);
  expect(await refusal(await listen(elsewhere))).toMatchObject({ params: { most: 2 } });
  expect(await refusal(await listen(ada))).toMatchObject({ params: { limit: "streams_per_person" } });
  expect((await listen(await here.as("bob"))).status).toBe(200);

  await first.body!.cancel();
  await expect.poll(async () => (await listen(ada)).status).toBe(200);
});

test("streams of a process that died count no more once its lease is over", async () => {
  const { ada, here } = await twoProcesses({ STREAMS_PER_PERSON: "1" });
  const dead = crypto.randomUUID();
  await here.database.rows(
    sql`insert into open_streams (user_id, holder, count, expires_at) values (${ada.id}, ${dead}, 1, now() + interval '1 hour')`,
  );
  await refusal(await listen(ada));
  await here.database.rows(sql`update open_streams set expires_at = now() where holder = ${dead}`);
  expect((await listen(ada)).status).toBe(200);
});

const say = (as: Caller) =>
  as.fetch("/api/chat", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"message":"hello"}',
  });

test("of many messages at once no more are answered than the limit allows", async () => {
  const { promise: thinking, resolve: think } = Promise.withResolvers<string>();
  const environment = { RUNS_PER_PERSON: "2" };
  const modelOverride = () => scriptedModel([() => thinking]);
  const here = await createWorld({ environment, modelOverride });
  const there = await createWorld({ environment, modelOverride });
  const ada = await here.as("ada");
  const refused: unknown[] = [];
  const answers = [ada, there.with(ada.token), ada, ada].map(async (as) => {
    const response = await say(as);
    if (response.status !== 429) return response.json();
    refused.push(await refusal(response));
    return {};
  });
  // All four have been decided upon before the first two come to an end.
  await expect.poll(() => refused).toHaveLength(2);
  expect(refused).toMatchObject([{ params: { limit: "runs_per_person", most: 2 } }, {}]);
  think("Hello.");
  const said = (await Promise.all(answers)).filter(({ response }) => response === "Hello.");
  expect(said).toHaveLength(2);
});

const spend = (world: World, { id }: Person, tokens: number, when: string) =>
  world.database.rows(
    sql`with c as (insert into conversations (space_id, id, user_id, title, created_at, updated_at)
          values (${id}, ${crypto.randomUUID()}, ${id}, 'x', now(), now()) returning id)
        insert into agent_runs (space_id, id, conversation_id, user_id, status, model, input_tokens, created_at, updated_at)
        select ${id}, ${crypto.randomUUID()}, c.id, ${id}, 'completed', 'm', ${tokens}, ${when}::timestamptz, now() from c`,
  );

test("a day's tokens are the day's, and the person's", async () => {
  const vendor = { LLM_BASE_URL: "http://127.0.0.1:9", LLM_MODEL: "m", TOKENS_PER_DAY: "1000" };
  const world = await createWorld({ environment: vendor, modelOverride: () => scriptedModel(["Hello."]) });
  const [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
  await spend(world, ada, 5_000, new Date(Date.now() - 48 * 3_600_000).toISOString());
  await spend(world, ada, 999, new Date().toISOString());
  expect((await say(ada)).status).toBe(200);
  expect(await refusal(await say(ada))).toMatchObject({ params: { limit: "tokens_per_day" } });
  expect((await say(bob)).status).toBe(200);
  expect(await ada.add_task({ title: "milk" })).toMatchObject({ title: "milk" });
});

/** A person with a deletion that waits for their yes, asked for by a model that tokens are counted of. */
async function withApproval(environment: Record<string, string>) {
  const vendor = { LLM_BASE_URL: "http://127.0.0.1:9", LLM_MODEL: "m", ...environment };
  const { promise: thinking, resolve: think } = Promise.withResolvers<string>();
  let asked = 0;
  const modelOverride = () => {
    asked += 1;
    if (asked === 2) return scriptedModel([() => thinking]);
    return scriptedModel(
      asked === 1 ? [[{ name: "delete_tasks", arguments: { task_ids: [1] } }]] : ["Done."],
    );
  };
  const world = await createWorld({ environment: vendor, modelOverride });
  const ada = await world.as("ada");
  await ada.add_task({ title: "milk" });
  const { id } = (await ada.chat({ message: "delete milk" })).approvals[0]!;
  const approve = () =>
    ada.fetch(`/api/approvals/${id}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"decision":"approve"}',
    });
  const isOpen = async () => (await ada.list_approvals({})).approvals.some((one) => one.id === id);
  return { world, ada, approve, isOpen, think };
}

test("a yes that would be one answer too many waits, and can be given again", async () => {
  const { world, ada, approve, isOpen, think } = await withApproval({ RUNS_PER_PERSON: "1" });
  const other = say(ada);
  const running = sql`select from agent_runs where user_id = ${ada.id} and status = 'running'`;
  await expect.poll(() => world.database.rows(running)).toHaveLength(1);
  expect(await refusal(await approve())).toMatchObject({ params: { limit: "runs_per_person", most: 1 } });
  expect(await isOpen()).toBe(true);
  expect((await ada.list_tasks()).tasks).toHaveLength(1);

  think("Hello.");
  expect((await other).status).toBe(200);
  expect((await approve()).status).toBe(200);
  expect((await ada.list_tasks()).tasks).toEqual([]);
});

test("a yes that would need more tokens than the day has waits", async () => {
  const { world, ada, approve, isOpen } = await withApproval({ TOKENS_PER_DAY: "1000" });
  await spend(world, ada, 1_000, new Date().toISOString());
  expect(await refusal(await approve())).toMatchObject({ params: { limit: "tokens_per_day" } });
  expect(await isOpen()).toBe(true);
});

test("the built-in interpreter costs no tokens", async () => {
  const world = await createWorld({ environment: { TOKENS_PER_DAY: "1" } });
  const ada = await world.as("ada");
  await spend(world, ada, 5_000, new Date().toISOString());
  expect((await say(ada)).status).toBe(200);
});

test("changes in a minute are counted over all processes, and one too many changes nothing", async () => {
  const { here, ada, elsewhere } = await twoProcesses({ WRITES_PER_MINUTE: "3" });
  await ada.add_task({ title: "1" });
  await elsewhere.add_task({ title: "2" });
  await ada.complete_task({ task_id: 1 });
  const add = () =>
    ada.fetch("/api/tasks", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "k1" },
      body: '{"title":"3"}',
    });
  await refusal(await add());
  await expect(elsewhere.complete_task({ task_id: 2 })).rejects.toMatchObject({ code: "too_many_requests" });
  expect((await ada.list_tasks()).tasks).toHaveLength(2);

  await here.database.rows(
    sql`update spaces set writes_since = now() - interval '61 seconds' where id = ${ada.id}`,
  );
  expect((await add()).status).toBe(201);
});

test.each(["/api/tasks", "/api/chat", "/api/ID/tasks", "/api/auth/sign-in/email"])(
  "a body that is too large is refused at %s",
  async (path) => {
    const ada = await (await createWorld()).as("ada");
    const response = await ada.fetch(path.replace("ID", ada.id), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ title: "x".repeat(limits.body) }),
    });
    expect(response.status).toBe(413);
  },
);
