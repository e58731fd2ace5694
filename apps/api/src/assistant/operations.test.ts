import { afterAll, expect, test } from "vitest";
import { type FakeReply, startFakeOpenAi } from "../testing/fake-openai.ts";
import { createWorld } from "../testing/world.ts";

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

async function withModel(script: FakeReply[], environment: Record<string, string> = {}) {
  const vendor = await startFakeOpenAi(script);
  closers.push(vendor.close);
  const world = await createWorld({
    environment: { LLM_BASE_URL: vendor.baseUrl, LLM_MODEL: "fake-1", LLM_API_KEY: "secret", ...environment },
  });
  return { vendor, world };
}

test("what answers cost is summed for the day and the month, of each person alone", async () => {
  const { world, vendor } = await withModel([{ text: "Hello." }, { text: "Hello again." }], {
    TOKENS_PER_DAY: "5000",
  });
  const [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
  await ada.chat({ message: "hello" });
  await ada.chat({ message: "hello again" });

  const usage = await ada.get_usage();

  expect(usage).toMatchObject({
    kind: "openai-compatible",
    model: "fake-1",
    server: new URL(vendor.baseUrl).host,
    today: { answers: 2 },
    tokens_per_day: 5000,
  });
  expect(usage.today.input_tokens).toBeGreaterThan(0);
  expect(usage.today.output_tokens).toBeGreaterThan(0);
  expect(usage.this_month.input_tokens).toBeGreaterThanOrEqual(usage.today.input_tokens);
  expect((await bob.get_usage()).this_month).toEqual({ answers: 0, input_tokens: 0, output_tokens: 0 });
});

test("the built-in interpreter is at hand and costs nothing", async () => {
  const ada = await (await createWorld()).as("ada");
  await ada.chat({ message: "add milk" });

  expect(await ada.test_model()).toMatchObject({ problem: null });
  expect(await ada.get_usage()).toMatchObject({
    kind: "built-in",
    server: null,
    today: { answers: 1, input_tokens: 0, output_tokens: 0 },
    tokens_per_day: null,
  });
});

test("a model that refuses the key is found out by a test, and it is asked once", async () => {
  const { world, vendor } = await withModel([{ status: 401 }, { text: "ready" }]);
  const ada = await world.as("ada");

  expect(await ada.test_model()).toMatchObject({ problem: "refused" });
  expect(vendor.requests).toHaveLength(1);
});

test("a model that can't be reached is found out by a test", async () => {
  const { world, vendor } = await withModel([]);
  await vendor.close();

  expect(await (await world.as("ada")).test_model()).toMatchObject({ problem: "unreachable" });
});

test("tests of the model are counted", async () => {
  const ada = await (await createWorld()).as("ada");
  for (let time = 0; time < 10; time++) await ada.test_model();

  await expect(ada.test_model()).rejects.toMatchObject({ code: "too_many_requests" });
});

test("conversations are found by their title and by what was said, whatever the case", async () => {
  const ada = await (await createWorld()).as("ada");
  const { conversation_id } = await ada.chat({ message: "add oat milk" });
  await ada.chat({ message: "call the plumber tomorrow" });
  const found = async (search: string) =>
    (await ada.list_conversations({ search })).conversations.map(({ id }) => id);

  expect(await found("MILK oat")).toEqual([conversation_id]);
  expect(await found("milk plumber")).toEqual([]);
  await ada.rename_conversation({ conversation_id: conversation_id!, title: "Groceries" });
  expect(await found("grocer")).toEqual([conversation_id]);
});
