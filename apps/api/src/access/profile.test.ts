import type { InputOf } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const ada = async () => (await createWorld()).as("ada");

describe("the profile", () => {
  test("says how a person's day goes, and that nothing is set up to begin with", async () => {
    expect(await (await ada()).get_profile()).toMatchObject({
      travel: "keep",
      all_day_time: "09:00",
      default_reminders: [],
      quiet_hours: null,
      digest_at: null,
    });
  });

  test("keeps what it is told, and forgets what is cleared", async () => {
    const person = await ada();
    const set = {
      travel: "follow",
      all_day_time: "08:00",
      default_reminders: [{ minutes_before: 10 }, { days_before: 1, time: "20:00" }],
      quiet_hours: { from: "22:00", until: "07:00" },
      digest_at: "07:30",
    } satisfies InputOf<"update_profile">;
    await person.update_profile(set);
    expect(await person.get_profile()).toMatchObject(set);
    await person.update_profile({ clear: ["quiet_hours", "digest_at"], default_reminders: [] });
    expect(await person.get_profile()).toMatchObject({
      quiet_hours: null,
      digest_at: null,
      default_reminders: [],
      all_day_time: "08:00",
    });
  });

  test("takes a guess of the time zone only until it is known", async () => {
    const person = await ada();
    const guess = (time_zone: string) =>
      person.update_profile({ time_zone, language: "en", unless_known: true });
    expect(await guess("Asia/Karachi")).toMatchObject({ time_zone: "Asia/Karachi", time_zone_known: true });
    await person.update_profile({ language: "ur" });
    expect(await guess("Europe/Berlin")).toMatchObject({
      time_zone: "Asia/Karachi",
      language: "ur",
    });
  });

  test("takes a guess of the language also where only the time zone is known", async () => {
    const person = await ada();
    await person.update_profile({ time_zone: "Asia/Karachi", unless_known: true });
    const guess = { time_zone: "Europe/Berlin", language: "ur", unless_known: true } as const;
    expect(await person.update_profile(guess)).toMatchObject({
      time_zone: "Asia/Karachi",
      language: "ur",
      language_known: true,
    });
  });

  test.each<[string, InputOf<"update_profile">, string]>([
    ["quiet hours without an end", { quiet_hours: { from: "22:00", until: "22:00" } }, "quiet_hours"],
    ["to set and clear at once", { digest_at: "07:00", clear: ["digest_at"] }, "digest_at"],
    ["a time that is none", { all_day_time: "9" }, "all_day_time"],
  ])("refuses %s", async (_, input, path) => {
    await expect((await ada()).update_profile(input)).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path }],
    });
  });
});
