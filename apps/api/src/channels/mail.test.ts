import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { messageTo, PUBLIC_URL, someoneWithChannels, statuses } from "../testing/channels.ts";
import { startMailServer } from "../testing/smtp.ts";
import { createMail } from "./mail.ts";

describe("an e-mail", () => {
  test("goes to the account's address when there is nothing else, as text and as a page", async () => {
    const { ada, channels, message, mail } = await someoneWithChannels();
    const reminder = message({ title: "Buy <milk> & “bread”", body: "Today\nat 08:00" });

    expect(statuses(await channels.deliver(reminder))).toEqual(["email sent"]);
    const [{ to, headers, parts }] = mail.mails as [(typeof mail.mails)[0]];
    expect(to).toEqual([ada.email]);
    expect(headers).toMatchObject({
      from: "Todo <todo@example.com>",
      "message-id": `<${reminder.id}@todo.example.com>`,
      "list-unsubscribe": `<${PUBLIC_URL}/settings>`,
      "auto-submitted": "auto-generated",
    });
    expect(parts["text/plain"]).toContain("Buy <milk> & “bread”\n\nToday\nat 08:00");
    expect(parts["text/plain"]).toContain(`${PUBLIC_URL}/tasks/3`);
    expect(parts["text/html"]).toContain("Buy &lt;milk&gt; &amp; “bread”");
    expect(parts["text/html"]).toContain(`href="${PUBLIC_URL}/tasks/3"`);
  });

  test("speaks the person's language, from right to left where it is written so", async () => {
    const { channels, message, mail } = await someoneWithChannels();
    await channels.deliver(message({ language: "ur", late: true }));
    expect(mail.mails[0]?.parts["text/html"]).toContain('lang="ur" dir="rtl"');
    expect(mail.mails[0]?.parts["text/plain"]).toContain("ٹوڈو میں کھولیں");
    expect(mail.mails[0]?.parts["text/plain"]).toContain("یہ دیر سے آیا ہے");
  });

  test("isn't sent to whoever switched it off or removed it", async () => {
    const { ada, channels, message, mail } = await someoneWithChannels();
    const { id } = await ada.add_channel({ kind: "email" });
    await ada.remove_channel({ channel_id: id });
    expect(await channels.deliver(message())).toEqual([]);

    await ada.add_channel({ kind: "email" });
    await channels.deliver(message());
    expect(mail.mails).toHaveLength(1);
  });

  test.each([
    ["refused", 550, /answered 550/],
    ["put off", 451, /answered 451/],
  ] as const)("that is %s is told with the server's number alone", async (_, code, why) => {
    const { ada, channels, message, mail } = await someoneWithChannels();
    mail.answers(code);
    expect(statuses(await channels.deliver(message()))).toEqual(["email failed"]);
    expect((await ada.list_channels()).channels[0]?.last_error).toMatch(why);
  });

  test("is sent with no password where it would travel in clear", async () => {
    const server = await startMailServer();
    onTestFinished(server.close);
    const smtpUrl = server.url.replace("smtp://", "smtp://todo:secret@");
    const mail = createMail({ smtpUrl, from: "todo@example.com", publicUrl: PUBLIC_URL });
    onTestFinished(mail.close);
    const ada = { id: randomUUID() };

    expect(await mail.send("ada@example.com", messageTo(ada))).toMatchObject({ status: "failed" });
    expect(server.passwords).toEqual([]);
    expect(server.mails).toEqual([]);
  });

  test("isn't there where the server sends none", async () => {
    const { ada, channels, message } = await someoneWithChannels({ mail: false });
    expect((await ada.list_channels()).email).toEqual({ available: false, address: ada.email });
    await expect(ada.add_channel({ kind: "email" })).rejects.toThrow(/SMTP_URL/);
    expect(await channels.deliver(message())).toEqual([]);
  });
});
