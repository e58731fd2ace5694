import { expect, test } from "vitest";
import { pairOf, zoneStep } from "./zones.ts";

const [home, away] = ["Asia/Karachi", "Europe/Berlin"];
const travelled = { here: away, there: home, travel: "follow", lastHere: home, kept: null } as const;

test("times that follow the person are moved when the browser has moved", () => {
  expect(zoneStep(travelled)).toBe("move");
  expect(zoneStep({ ...travelled, lastHere: null })).toBe("move");
});

test("a browser that stayed where it was asks before it fetches the times back", () => {
  expect(zoneStep({ ...travelled, lastHere: away })).toBe("ask");
});

test("where times are kept the person is asked, as often as it takes for an answer", () => {
  const keeping = { ...travelled, travel: "keep" } as const;
  expect(zoneStep(keeping)).toBe("ask");
  expect(zoneStep({ ...keeping, lastHere: away })).toBe("ask");
});

test("what the person has answered for these two zones holds, and for no others", () => {
  const kept = pairOf(away, home);
  expect(zoneStep({ ...travelled, kept })).toBe("none");
  expect(zoneStep({ ...travelled, here: "Asia/Tokyo", kept })).toBe("move");
});

test("in one zone there is nothing to do", () => {
  expect(zoneStep({ ...travelled, here: home })).toBe("none");
});
