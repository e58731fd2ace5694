import { describe, expect, onTestFinished, test } from "vitest";
import { processes, toldTo, withBrowser } from "../testing/notices.ts";
import { startReceiver } from "../testing/receiver.ts";
import { createWorld } from "../testing/world.ts";

const SHORTLY_AFTER_10 = "2026-01-05T10:00:01.000Z";

describe("a process by itself", () => {
  const quick = { noticePace: { lookMs: 60_000 }, announcerPace: { gather: 1 } };
  const environment = { OUTBOUND_ALLOW: "127.0.0.1" };

  test("sends at the instant, which it hears of from the process that scheduled it", async () => {
    const [one] = await processes({});
    const ada = await one!.as("ada");
    const real = new Date();
    one!.setNow(real.toISOString());
    const two = await createWorld({ environment, ...quick });
    await ada.add_task({ title: "call", reminders: [{ at: new Date(real.getTime() + 500).toISOString() }] });

    await expect.poll(() => toldTo(two, ada)).toHaveLength(1);
  });

  test("that is told to stop takes nothing more", async () => {
    const [world] = await processes({});
    const { browser } = await withBrowser(world);
    world.setNow(SHORTLY_AFTER_10);
    world.app.leave();
    expect(await world.app.notices.look()).toBe(0);
    expect(browser.messages).toEqual([]);
  });

  test("keeps nobody waiting for somebody else's program that doesn't answer", async () => {
    const [one] = await processes({});
    const { ada, browser } = await withBrowser(one!);
    const bob = await one!.as("bob");
    const answer = Promise.withResolvers<{ status: number }>();
    const program = await startReceiver({ reply: () => answer.promise });
    onTestFinished(() => program.close());
    await bob.add_channel({ kind: "webhook", url: program.url, name: "A program" });
    const earlier = { title: "call", reminders: [{ at: "2026-01-05T09:30:00.000Z" }] };
    for (let added = 0; added < 300; added += 100)
      await bob.add_tasks({ tasks: Array.from({ length: 100 }, () => earlier) });

    await createWorld({ now: SHORTLY_AFTER_10, environment, ...quick });

    await expect.poll(() => toldTo(one!, ada)).toMatchObject([{ late: false }]);
    expect(browser.messages).toHaveLength(1);
    // None of his was given up on for that.
    expect(await toldTo(one!, bob)).toEqual([]);
    expect(program.requests.length).toBeLessThanOrEqual(40);

    answer.resolve({ status: 200 });
    await expect.poll(() => toldTo(one!, bob)).toHaveLength(300);
    expect(program.requests).toHaveLength(300);
  });
});
