import { expect, test } from "vitest";
import { createSeal, SealedElsewhere } from "./sealed.ts";

const seal = createSeal("a secret for tests alone, 0123456789");

test("what was sealed is opened again, and shows nothing meanwhile", () => {
  const sealed = seal.seal("whsec_سلام", "channels: 1");
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("whsec");
  expect(seal.open(sealed, "channels: 1")).toBe("whsec_سلام");
});

test("the same text never looks the same", () => {
  expect(seal.seal("x", "a")).not.toBe(seal.seal("x", "a"));
});

test.each([
  ["with another secret", (sealed: string) => createSeal("x".repeat(32)).open(sealed, "channels: 1")],
  ["in another's place", (sealed: string) => seal.open(sealed, "channels: 2")],
  ["after a change", (sealed: string) => seal.open(`${sealed.slice(0, -2)}AA`, "channels: 1")],
  ["cut short", (sealed: string) => seal.open(sealed.slice(0, 12), "channels: 1")],
  ["that was never sealed", () => seal.open("whsec_in_clear", "channels: 1")],
])("nothing is opened %s", (_, open) => {
  const sealed = seal.seal("a secret", "channels: 1");
  expect(() => open(sealed)).toThrow(SealedElsewhere);
});
