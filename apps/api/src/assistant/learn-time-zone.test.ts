import { describe, expect, test } from "vitest";
import { scheduledFor } from "../testing/notices.ts";
import { createWorld } from "../testing/world.ts";

const MONDAY_9 = "2026-01-05T09:00:00.000Z";
const TOMORROW_9 = "2026-01-06T09:00:00.000Z";

describe("a zone that a message tells", () => {
  const told = async (environment = {}) => {
    const world = await createWorld({ now: MONDAY_9, environment });
    const ada = await world.as("ada");
    await ada.add_task({
      title: "pay",
      due_on: "2026-01-06",
      reminders: [{ days_before: 0, time: "09:00" }],
    });
    return { world, ada };
  };
  const hello = { message: "hello", time_zone: "America/Los_Angeles" };

  test("is the one that reminders go by, when none was known", async () => {
    const { world, ada } = await told();
    expect(await scheduledFor(world, ada)).toEqual([TOMORROW_9]);
    await ada.chat(hello);
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-06T17:00:00.000Z"]);
  });

  test("is part of the history, from which open windows read what changed", async () => {
    const { ada } = await told();
    await ada.chat(hello);
    const { entries } = await ada.history({});
    expect(entries[0]).toMatchObject({ operation: "update_profile", change: { entity: "profile" } });
  });

  test("moves nothing when the person has said otherwise", async () => {
    const { world, ada } = await told();
    await ada.update_profile({ time_zone: "UTC" });
    await ada.chat(hello);
    expect(await scheduledFor(world, ada)).toEqual([TOMORROW_9]);
  });

  test("doesn't keep the message from its answer where it can't be kept", async () => {
    const { ada } = await told({ WRITES_PER_MINUTE: "1" });
    expect((await ada.chat(hello)).response).not.toBe("");
    expect(await ada.get_profile({})).toMatchObject({ time_zone_known: false });
  });
});
