import type { Profile } from "@todo/contract";
import { expect, test } from "vitest";
import { clockFinding, nodeFinding, zoneFinding } from "./client-checks.ts";

test("a Node that is too old is named with the one that is needed", () => {
  expect(nodeFinding("24.21.0")).toEqual({ detail: "24.21.0" });
  expect(nodeFinding("22.18.0").remedy).toMatch(/Node 24/);
});

test("a clock that is off by more than a minute says which way", () => {
  expect(clockFinding({ skewMs: 900 }).remedy).toBeUndefined();
  expect(clockFinding({ skewMs: 180_000 }).remedy).toMatch(/3 min ahead of/);
  expect(clockFinding({ skewMs: -180_000 }).remedy).toMatch(/3 min behind/);
  expect(clockFinding({ skewMs: undefined })).toEqual({ skipped: true });
});

test("an unknown time zone comes with the command that tells it", () => {
  const profile = { time_zone: "UTC", time_zone_known: false } as Profile;
  expect(zoneFinding(profile).remedy).toMatch(/todo update-profile --time-zone \S+/);
  expect(zoneFinding({ ...profile, time_zone_known: true })).toEqual({ detail: "UTC" });
});
