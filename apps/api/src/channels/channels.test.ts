import { readUndelivered } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { NOW, PUBLIC_URL, someoneWithChannels, statuses } from "../testing/channels.ts";
import { createWorld } from "../testing/world.ts";

describe("a push message", () => {
  test("is read by the browser alone, and says all that a notification shows", async () => {
    const { channels, browser, message } = await someoneWithChannels();
    const phone = await browser();
    const reminder = message();

    expect(await channels.deliver(reminder)).toEqual([
      { channel: phone.id, channel_kind: "push", status: "sent" },
    ]);
    const { id, kind, title, body, url, task, late, language } = reminder;
    expect(phone.messages).toMatchObject([
      {
        payload: { id, kind, title, body, url, tag: id, task, late, language },
        headers: {
          topic: id.replaceAll("-", ""),
          ttl: "86400",
          urgency: "high",
          "content-encoding": "aes128gcm",
        },
        claims: { sub: PUBLIC_URL, aud: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
      },
    ]);
  });

  test("fits, however long its text is", async () => {
    const { channels, browser, message } = await someoneWithChannels();
    const phone = await browser();
    const sent = await channels.deliver(message({ title: "🌱".repeat(200), body: "\u0000🌱".repeat(5_000) }));
    expect(statuses(sent)).toEqual(["push sent"]);
    expect(phone.messages).toHaveLength(1);
  });

  test("goes to every device that is switched on", async () => {
    const { ada, channels, browser, message, mail } = await someoneWithChannels();
    const [phone, laptop, tablet] = [
      await browser("phone"),
      await browser("laptop"),
      await browser("tablet"),
    ];
    await ada.update_channel({ channel_id: tablet.id, enabled: false });

    await channels.deliver(message());

    expect([phone, laptop, tablet].map(({ messages }) => messages.length)).toEqual([1, 1, 0]);
    expect(mail.mails).toEqual([]);
  });

  test.each([404, 410])(
    "that the service answers with %i removes the device, and the e-mail is used",
    async (status) => {
      const { ada, channels, browser, message, mail } = await someoneWithChannels();
      const phone = await browser();
      phone.answers({ status });

      expect(statuses(await channels.deliver(message()))).toEqual(["email sent", "push gone"]);
      expect((await ada.list_channels()).channels.map(({ kind }) => kind)).toEqual(["email"]);
      expect(mail.mails).toHaveLength(1);
    },
  );

  test.each([
    ["429", { status: 429 }, /answered 429/],
    ["503", { status: 503 }, /answered 503/],
    ["a redirect", { status: 302, headers: { location: "http://169.254.169.254/" } }, /answered 302/],
    ["a broken connection", "break" as const, /broke/],
    ["nothing", "hang" as const, /didn't answer/],
  ])("that is answered with %s keeps the device, says why, and goes by e-mail", async (_, reply, why) => {
    // Only where no answer comes is the end of the wait waited for.
    const patience = reply === "hang" ? { timeoutMs: 1_000 } : {};
    const { ada, channels, browser, message, mail } = await someoneWithChannels(patience);
    const phone = await browser();
    phone.answers(reply);

    expect(statuses(await channels.deliver(message()))).toEqual(["email sent", "push failed"]);
    const { channels: known } = await ada.list_channels();
    expect(known.find(({ kind }) => kind === "push")).toMatchObject({
      enabled: true,
      last_error: expect.stringMatching(why),
      failing_since: NOW,
    });
    expect(mail.mails).toHaveLength(1);

    phone.answers();
    await channels.deliver(message());
    expect((await ada.list_channels()).channels.find(({ id }) => id === phone.id)).toMatchObject({
      last_error: null,
      failing_since: null,
      last_sent_at: NOW,
    });
  });

  test.each([
    [
      "with another BETTER_AUTH_SECRET",
      { secret: "another secret, 0123456789 0123456789" },
      "sealed_elsewhere",
    ],
    ["for an address that isn't allowed any more", { allow: [] }, "address_needs_https"],
  ])("can't be made %s, which a translation finds in what is told", async (_what, options, name) => {
    const { browser, channels, message, ada } = await someoneWithChannels(options);
    await browser();
    expect(statuses(await channels.deliver(message()))).toEqual(["email sent", "push failed"]);
    const device = (await ada.list_channels()).channels.find(({ kind }) => kind === "push");
    expect(readUndelivered(device?.last_error ?? "")?.name).toBe(name);
  });

  test("is signed with one key, whichever process asks first", async () => {
    const worlds = await Promise.all([createWorld(), createWorld(), createWorld()]);
    const people = await Promise.all(worlds.map((world, index) => world.as(`person${index}`)));
    await worlds[0]!.database.rows(sql`delete from server_keys`);

    const keys = await Promise.all(people.map(async (one) => (await one.list_channels()).push.public_key));
    expect(new Set(keys).size).toBe(1);
    expect(Buffer.from(keys[0]!, "base64url")).toHaveLength(65);
  });
});

describe("a message sent again", () => {
  test("goes only where it wasn't taken", async () => {
    const { channels, browser, webhook, message, mail } = await someoneWithChannels({ mail: true });
    const [phone, laptop] = [await browser("phone"), await browser("laptop")];
    const program = await webhook();
    laptop.answers({ status: 503 });
    const reminder = message();
    await channels.deliver(reminder);
    laptop.answers();

    expect(statuses(await channels.deliver(reminder))).toEqual(["push sent", "push sent", "webhook sent"]);
    expect([phone, laptop].map(({ messages }) => messages.length)).toEqual([1, 1]);
    expect(program.requests).toHaveLength(1);
    expect(mail.mails).toEqual([]);
  });

  test("after the e-mail took it goes by no e-mail again", async () => {
    const { channels, browser, message, mail } = await someoneWithChannels();
    const phone = await browser();
    phone.answers({ status: 503 });
    const reminder = message();
    await channels.deliver(reminder);
    await channels.deliver(reminder);
    expect(mail.mails).toHaveLength(1);
  });

  test("is recorded once for each channel, and stays taken", async () => {
    const { ada, channels, browser, message } = await someoneWithChannels({ mail: false });
    await browser();
    const reminder = message();
    await Promise.all([channels.deliver(reminder), channels.deliver(reminder)]);
    expect((await ada.list_deliveries()).deliveries).toMatchObject([{ id: reminder.id, status: "sent" }]);
  });
});

test("a message to somebody whose account has gone goes nowhere", async () => {
  const { world, ada, channels, message } = await someoneWithChannels();
  await world.database.rows(sql`delete from spaces where id = ${ada.id}`);
  await world.database.rows(sql`delete from "user" where id = ${ada.id}`);
  expect(await channels.deliver(message())).toEqual([]);
});
