import { createHmac } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { NOW, PUBLIC_URL, someoneWithChannels, statuses } from "../testing/channels.ts";
import { startReceiver } from "../testing/receiver.ts";

describe("a webhook", () => {
  test("gets every message, signed as Standard Webhooks says, beside what people get", async () => {
    const { channels, browser, webhook, message } = await someoneWithChannels();
    await browser();
    const program = await webhook();
    const reminder = message();

    expect(statuses(await channels.deliver(reminder))).toEqual(["push sent", "webhook sent"]);
    const [{ headers, body }] = program.requests as [(typeof program.requests)[0]];
    const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = headers;
    const key = Buffer.from(program.secret!.replace("whsec_", ""), "base64");
    expect(id).toBe(reminder.id);
    expect(Number(at)).toBe(Date.parse(NOW) / 1000);
    expect(signature).toBe(`v1,${createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64")}`);
    const { title, body: text, task, late } = reminder;
    expect(JSON.parse(body.toString())).toEqual({
      type: "reminder",
      timestamp: NOW,
      data: { id, title, body: text, url: `${PUBLIC_URL}/tasks/3`, task, late },
    });
  });

  test("doesn't stand for the person: what it took goes by e-mail as well", async () => {
    const { channels, webhook, message, mail } = await someoneWithChannels();
    await webhook();
    expect(statuses(await channels.deliver(message()))).toEqual(["email sent", "webhook sent"]);
    expect(mail.mails).toHaveLength(1);
  });

  test("that redirects to a private address leads nowhere", async () => {
    const inside = await startReceiver();
    onTestFinished(inside.close);
    const { channels, webhook, message } = await someoneWithChannels({ mail: false });
    await webhook({ reply: () => ({ status: 308, headers: { location: inside.url } }) });
    const [sent] = await channels.deliver(message());
    expect(sent).toMatchObject({
      status: "failed",
      error: expect.stringContaining("redirects are not followed"),
    });
    expect(inside.requests).toEqual([]);
  });

  test("that wants no more is switched off and stays in the list", async () => {
    const { ada, channels, webhook, message } = await someoneWithChannels({ mail: false });
    const program = await webhook({ reply: () => ({ status: 410 }) });
    expect(statuses(await channels.deliver(message()))).toEqual(["webhook gone"]);
    expect(await channels.deliver(message())).toEqual([]);
    expect((await ada.list_channels()).channels).toMatchObject([{ id: program.id, enabled: false }]);
  });

  test("added again gets a new secret, and keeps its id", async () => {
    const { ada, channels, webhook, message } = await someoneWithChannels();
    const { url, id, secret, requests } = await webhook();
    const again = await ada.add_channel({ kind: "webhook", url: `${url}/hook`, name: "A program" });
    expect(again).toMatchObject({ id, name: "A program" });
    expect(again.secret).not.toBe(secret);

    await channels.deliver(message());
    const {
      "webhook-id": name,
      "webhook-timestamp": at,
      "webhook-signature": signature,
    } = requests[0]!.headers;
    const key = Buffer.from(again.secret!.replace("whsec_", ""), "base64");
    const signed = createHmac("sha256", key).update(`${name}.${at}.${requests[0]!.body}`).digest("base64");
    expect(signature).toBe(`v1,${signed}`);
  });
});
