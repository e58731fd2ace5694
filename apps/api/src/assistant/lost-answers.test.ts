/** What a model was asked costs, also where its answer never came to its end. */
import { expect, onTestFinished, test } from "vitest";
import { type FakeReply, startFakeOpenAi } from "../testing/fake-openai.ts";
import { idsOf, readUntil } from "../testing/runs.ts";
import { createWorld } from "../testing/world.ts";

async function withVendor(script: FakeReply[]) {
  const vendor = await startFakeOpenAi(script);
  onTestFinished(vendor.close);
  const environment = { LLM_BASE_URL: vendor.baseUrl, LLM_MODEL: "fake-1" };
  const world = await createWorld({ environment });
  const ada = await world.as("ada");
  const used = async () => (await ada.get_usage({})).today;
  return { world, vendor, ada, used };
}

const message = "Tell me a story";

test("an answer that is stopped is counted", async () => {
  const { ada, used } = await withVendor([{ hangAfter: "Once upon a time there was a task" }]);
  const events = await readUntil(ada.streamChat({ message }), ({ type }) => type === "text_delta");
  await ada.cancelRun(idsOf(events).run_id);
  await expect.poll(async () => (await used()).input_tokens).toBeGreaterThan(1_000);
  expect((await used()).output_tokens).toBeGreaterThan(0);
});

test("an answer that another process stops is counted", async () => {
  const { world, ada, used } = await withVendor([{ hangAfter: "Once upon a time" }]);
  const events = await readUntil(ada.streamChat({ message }), ({ type }) => type === "text_delta");
  await (await createWorld()).with(ada.token).cancelRun(idsOf(events).run_id);
  await world.app.assistant.look();
  await expect.poll(async () => (await used()).input_tokens).toBeGreaterThan(1_000);
});

test("an answer that is stopped before its first word is counted", async () => {
  const { vendor, ada, used } = await withVendor([{ hangAfter: "" }]);
  const events = await readUntil(ada.streamChat({ message }), ({ type }) => type === "run_started");
  await expect.poll(() => vendor.requests).toHaveLength(1);
  await ada.cancelRun(idsOf(events).run_id);
  await expect.poll(async () => (await used()).input_tokens).toBeGreaterThan(1_000);
});

test("an answer that breaks off is counted", async () => {
  const { ada, used } = await withVendor([{ breakAfter: "Once upon a time" }]);
  const events = await readUntil(ada.streamChat({ message }));
  expect(events.at(-1)).toMatchObject({ type: "failed" });
  expect((await used()).input_tokens).toBeGreaterThan(1_000);
});

test("an answer that came to its end counts as the vendor says", async () => {
  const { ada, used } = await withVendor([{ text: "Once." }]);
  await readUntil(ada.streamChat({ message }));
  expect(await used()).toMatchObject({ input_tokens: 100, output_tokens: 10 });
});

test("a model that refuses to answer costs nothing", async () => {
  const { ada, used } = await withVendor([{ status: 400 }]);
  const events = await readUntil(ada.streamChat({ message }));
  expect(events.at(-1)).toMatchObject({ type: "failed" });
  expect(await used()).toMatchObject({ input_tokens: 0, output_tokens: 0 });
});
