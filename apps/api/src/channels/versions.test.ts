import { expect, test } from "vitest";
import { someoneWithChannels } from "../testing/channels.ts";
import { createWorld } from "../testing/world.ts";

/** Ada with a program that is told, in its first version. */
async function withProgram() {
  const ada = await (await createWorld()).as("ada");
  const { id, version } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
  expect(version).toBe(1);
  return { ada, channel_id: id };
}

/** Ada with a browser and a program, and the versions that they have by now. */
async function withBoth() {
  const { ada, browser, webhook, ...rest } = await someoneWithChannels();
  const [phone, program] = [await browser("phone"), await webhook()];
  const versions = async () =>
    new Map((await ada.list_channels()).channels.map(({ id, version }) => [id, version]));
  return { ada, phone, program, versions, ...rest };
}

test("each change of its name, or of whether it is on, counts a channel's version on", async () => {
  const { ada, channel_id } = await withProgram();
  expect(await ada.update_channel({ channel_id, name: "Robot" })).toMatchObject({ version: 2 });
  expect(await ada.update_channel({ channel_id, enabled: false })).toMatchObject({ version: 3 });
});

test("what is so already isn't counted", async () => {
  const { ada, channel_id } = await withProgram();
  const same = await ada.update_channel({ channel_id, name: "hooks.example", enabled: true });
  expect(same.version).toBe(1);
});

test("messages that arrive, or don't, aren't counted", async () => {
  const { phone, program, channels, message, versions } = await withBoth();
  await channels.deliver(message());
  phone.answers({ status: 503 });
  await channels.deliver(message());
  expect([...(await versions())]).toEqual(
    expect.arrayContaining([
      [phone.id, 1],
      [program.id, 1],
    ]),
  );
});

test("to say that a message arrived isn't counted", async () => {
  const { ada, channel_id } = await withProgram();
  expect(await ada.confirm_channel({ channel_id })).toMatchObject({ version: 1 });
});

test("a browser that tells its new keys keeps the name it was given, and its version", async () => {
  const { ada, phone } = await withBoth();
  const { name: _, ...subscription } = phone.subscription;
  await ada.update_channel({ channel_id: phone.id, name: "Work" });
  expect(await ada.add_channel(subscription)).toMatchObject({ id: phone.id, name: "Work", version: 2 });
});

test("a channel that is added again and so switched on, or called otherwise, is counted", async () => {
  const { ada, channel_id } = await withProgram();
  const again = { kind: "webhook", url: "https://hooks.example/a" } as const;
  await ada.update_channel({ channel_id, enabled: false });
  expect(await ada.add_channel(again)).toMatchObject({ enabled: true, version: 3 });
  expect(await ada.add_channel({ ...again, name: "Robot" })).toMatchObject({ name: "Robot", version: 4 });
});

test("a program that wants no more is off, which is counted once", async () => {
  const { ada, channels, message, webhook } = await someoneWithChannels();
  const { id } = await webhook({ reply: () => ({ status: 410 }) });
  await channels.deliver(message());
  await ada.test_channel({ channel_id: id });
  expect((await ada.list_channels()).channels.find((one) => one.id === id)).toMatchObject({
    enabled: false,
    version: 2,
  });
});

test("a channel that was changed meanwhile isn't removed", async () => {
  const { ada, channel_id } = await withProgram();
  await ada.update_channel({ channel_id, name: "Robot" });
  await expect(ada.remove_channel({ channel_id, version: 1 })).rejects.toMatchObject({
    code: "version_conflict",
    conflict: { kind: "channel", current: { name: "Robot", version: 2 } },
  });
  expect((await ada.list_channels()).channels).toMatchObject([{ id: channel_id }]);
});
