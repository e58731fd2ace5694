import { expect, test } from "vitest";
import { dateFormat } from "./date-format.ts";

const noon = new Date("2026-01-05T12:00:00Z");

test("each locale and each way of writing has its own format, made once", () => {
  const long = dateFormat("en-GB", { weekday: "long", timeZone: "UTC" });
  expect(long.format(noon)).toBe("Monday");
  expect(dateFormat("en-GB", { weekday: "short", timeZone: "UTC" }).format(noon)).toBe("Mon");
  expect(dateFormat("de", { weekday: "long", timeZone: "UTC" }).format(noon)).toBe("Montag");
  expect(dateFormat("en-GB", { weekday: "long", timeZone: "UTC" })).toBe(long);
});

test("however many are asked for, few are kept", () => {
  const first = dateFormat("en-GB", { day: "numeric", timeZone: "UTC" });
  for (let one = 0; one < 200; one++) dateFormat(`en-GB-x-a${one}`, { day: "numeric", timeZone: "UTC" });
  const again = dateFormat("en-GB", { day: "numeric", timeZone: "UTC" });
  expect(again).not.toBe(first);
  expect(again.format(noon)).toBe("5");
});
