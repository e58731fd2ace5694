import { limits } from "@todo/contract";
import { describe, expect, onTestFinished, test } from "vitest";
import { sql } from "../db/sql.ts";
import { startPushService } from "../testing/push-service.ts";
import { startReceiver } from "../testing/receiver.ts";
import { createWorld } from "../testing/world.ts";

const environment = { OUTBOUND_ALLOW: "127.0.0.1" };

const begin = async () => {
  const world = await createWorld({ environment });
  return { world, ada: await world.as("ada") };
};

const withReceiver = async (status = 200) => {
  const receiver = await startReceiver({ reply: () => ({ status }) });
  onTestFinished(receiver.close);
  return receiver;
};

const device = async (publicKey: string, name?: string) => {
  const service = await startPushService();
  onTestFinished(service.close);
  return service.browser(publicKey, name);
};

describe("a channel", () => {
  test("is listed with its state and without its secret", async () => {
    const { ada } = await begin();
    const { push, channels } = await ada.list_channels();
    expect(channels).toEqual([]);
    const { subscription } = await device(push.public_key, "Phone");
    const { secret, ...hook } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);

    const phone = await ada.add_channel(subscription);

    expect(phone).toMatchObject({ kind: "push", name: "Phone", enabled: true, confirmed_at: null });
    expect((await ada.list_channels()).channels).toEqual([hook, phone]);
    expect(hook).toMatchObject({ name: "hooks.example", address: "https://hooks.example/a" });
  });

  test("is stored with its secret encrypted", async () => {
    const { world, ada } = await begin();
    const { subscription } = await device((await ada.list_channels()).push.public_key);
    const { secret = "" } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
    await ada.add_channel(subscription);

    const rows = await world.database.rows(sql`select * from channels where user_id = ${ada.id}`);
    const keys = await world.database.rows(sql`select * from server_keys`);
    const stored = JSON.stringify([rows, keys]);
    for (const one of [secret, subscription.auth, subscription.p256dh]) expect(stored).not.toContain(one);
    const sealed = expect.stringMatching(/^v1\./);
    expect(rows).toMatchObject([{ secret: sealed }, { secret: sealed }]);
    expect(keys).toMatchObject([{ private_key: sealed }]);
  });

  test("of a browser that is added again is the same one, with its new keys and name", async () => {
    const { ada } = await begin();
    const { push } = await ada.list_channels();
    const browser = await device(push.public_key, "Phone");
    const { id } = await ada.add_channel({ ...browser.subscription, p256dh: push.public_key, name: "Old" });
    await ada.update_channel({ channel_id: id, enabled: false });

    expect(await ada.add_channel(browser.subscription)).toMatchObject({ id, name: "Phone", enabled: true });
    expect(await ada.test_channel({ channel_id: id })).toMatchObject({ status: "sent" });
    expect(browser.messages).toHaveLength(1);
  });

  test("is renamed and switched off", async () => {
    const { ada } = await begin();
    const { id } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
    expect(await ada.update_channel({ channel_id: id, name: "Robot" })).toMatchObject({
      name: "Robot",
      enabled: true,
    });
    expect(await ada.update_channel({ channel_id: id, enabled: false })).toMatchObject({
      name: "Robot",
      enabled: false,
    });
  });

  test("is gone once it is removed, and another's isn't there", async () => {
    const { world, ada } = await begin();
    const { id } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
    const bob = await world.as("bob");
    await expect(bob.remove_channel({ channel_id: id })).rejects.toMatchObject({ code: "not_found" });
    await ada.remove_channel({ channel_id: id });
    await expect(ada.remove_channel({ channel_id: id })).rejects.toMatchObject({ code: "not_found" });
    expect((await ada.list_channels()).channels).toEqual([]);
  });

  test("stays when a session ends, and its coming and going is noted", async () => {
    const { ada } = await begin();
    const { id } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
    await ada.revoke_other_sessions();
    expect((await ada.list_channels()).channels).toHaveLength(1);
    await ada.remove_channel({ channel_id: id });
    const { events } = await ada.list_audit_events();
    expect(events.slice(0, 2)).toMatchObject([
      { event: "channel_removed", details: { channel_id: id } },
      { event: "channel_added", details: { channel_id: id, kind: "webhook" } },
    ]);
  });

  test(`is one of ${limits.channels} at most`, async () => {
    const { ada } = await begin();
    for (let n = 0; n < limits.channels; n++)
      await ada.add_channel({ kind: "webhook", url: `https://a.example/${n}` });
    await expect(ada.add_channel({ kind: "webhook", url: "https://a.example/more" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await ada.add_channel({ kind: "webhook", url: "https://a.example/0" })).toMatchObject({
      enabled: true,
    });
  });

  test.each([
    [{ kind: "webhook" as const }, "url"],
    [{ kind: "webhook" as const, url: "http://hooks.example/a" }, "url"],
    [{ kind: "webhook" as const, url: "https://169.254.169.254/" }, "url"],
    [{ kind: "push" as const }, "endpoint"],
    [{ kind: "push" as const, endpoint: "https://[::1]/push" }, "endpoint"],
    [{ kind: "push" as const, endpoint: "https://push.example/a", p256dh: "x", auth: "y" }, "p256dh"],
    [{ kind: "email" as const }, "kind"],
  ])("is refused when it is %j", async (input, path) => {
    const { ada } = await begin();
    await expect(ada.add_channel(input)).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path }],
    });
    expect((await ada.list_channels()).channels).toEqual([]);
  });

  test("is told in the export without what opens it", async () => {
    const { ada } = await begin();
    const { subscription } = await device((await ada.list_channels()).push.public_key, "Phone");
    await ada.add_channel(subscription);
    const { id, secret = "" } = await ada.add_channel({ kind: "webhook", url: "http://127.0.0.1:9/hook" });
    await ada.test_channel({ channel_id: id });

    const text = await (await ada.fetch("/api/account/export")).text();

    expect(JSON.parse(text)).toMatchObject({
      channels: [
        { kind: "push", name: "Phone", address: expect.stringMatching(/^127\.0\.0\.1:\d+$/) },
        { kind: "webhook", address: "http://127.0.0.1:9/hook" },
      ],
      deliveries: [{ kind: "test", channels: [{ channel_name: "127.0.0.1", status: "failed" }] }],
    });
    for (const one of [secret, subscription.auth, subscription.p256dh, subscription.endpoint])
      expect(text).not.toContain(one);
  });
});

describe("a test", () => {
  test("is sent now, in the person's language, and says that it arrived", async () => {
    const { ada } = await begin();
    await ada.update_profile({ language: "ur" });
    const browser = await device((await ada.list_channels()).push.public_key);
    const { id: channel_id } = await ada.add_channel(browser.subscription);

    const { id, status, error } = await ada.test_channel({ channel_id });

    expect({ status, error }).toEqual({ status: "sent", error: null });
    expect(browser.messages).toMatchObject([
      {
        payload: { id, kind: "test", title: expect.stringContaining("آزمائش"), task: null },
        headers: { ttl: "60" },
      },
    ]);
    const confirmed = await ada.confirm_channel({ channel_id });
    expect(confirmed.confirmed_at).not.toBeNull();
  });

  test("that fails says why, and the channel keeps it", async () => {
    const { ada } = await begin();
    const { url } = await withReceiver(500);
    const { id } = await ada.add_channel({ kind: "webhook", url });
    expect(await ada.test_channel({ channel_id: id })).toMatchObject({
      status: "failed",
      error: "127.0.0.1 answered 500.",
    });
    expect((await ada.list_channels()).channels).toMatchObject([{ last_error: "127.0.0.1 answered 500." }]);
  });

  test("is also sent to a channel that is switched off", async () => {
    const { ada } = await begin();
    const { url, requests } = await withReceiver();
    const { id } = await ada.add_channel({ kind: "webhook", url });
    await ada.update_channel({ channel_id: id, enabled: false });
    expect(await ada.test_channel({ channel_id: id })).toMatchObject({ status: "sent" });
    expect(requests).toHaveLength(1);
  });

  test("is sent only so often", async () => {
    const { ada } = await begin();
    const { url, requests } = await withReceiver();
    const { id } = await ada.add_channel({ kind: "webhook", url });
    for (let time = 0; time < 20; time++) await ada.test_channel({ channel_id: id });
    await expect(ada.test_channel({ channel_id: id })).rejects.toMatchObject({ code: "too_many_requests" });
    expect(requests).toHaveLength(20);
  });
});

describe("what was sent", () => {
  test("is told by pages, latest first", async () => {
    const { ada } = await begin();
    const { url } = await withReceiver();
    const { id } = await ada.add_channel({ kind: "webhook", url, name: "Robot" });
    const ids: string[] = [];
    for (let time = 0; time < 3; time++) ids.unshift((await ada.test_channel({ channel_id: id })).id);

    const first = await ada.list_deliveries({ limit: 2 });
    const second = await ada.list_deliveries({ limit: 2, cursor: first.next_cursor ?? "" });

    expect([...first.deliveries, ...second.deliveries].map((one) => one.id)).toEqual(ids);
    expect(second.next_cursor).toBeNull();
    expect(first.deliveries[0]).toMatchObject({
      channel: id,
      channel_name: "Robot",
      kind: "test",
      status: "sent",
    });
    await expect(ada.list_deliveries({ cursor: "nonsense" })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  test("of one task is that task's alone", async () => {
    const { world, ada } = await begin();
    const { id } = await ada.add_task({ title: "Water the plants" });
    await world.database.rows(
      sql`insert into deliveries (space_id, id, channel, kind, task_id, channel_kind, channel_name, status, at)
          select ${ada.id}::uuid, gen_random_uuid(), 'page', 'reminder', task, 'page', 'Open windows', 'sent', now()
          from unnest(array[${id}, gen_random_uuid()]::uuid[]) task`,
    );
    expect((await ada.list_deliveries()).deliveries).toHaveLength(2);
    expect((await ada.list_deliveries({ task_id: 1 })).deliveries).toMatchObject([
      { task_id: id, channel: "page" },
    ]);
    await expect(ada.list_deliveries({ task_id: 7 })).rejects.toMatchObject({ code: "not_found" });
  });
});
