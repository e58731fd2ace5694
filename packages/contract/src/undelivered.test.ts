import { expect, test } from "vitest";
import { readUndelivered, sayUndelivered, undeliveredNames } from "./undelivered.ts";

const values = { host: "hooks.example.com", status: 503, seconds: 10, port: 8443 };

test.each(undeliveredNames)("what is said of %s is found again in its sentence", (name) => {
  const read = readUndelivered(sayUndelivered({ name, values }));
  expect(read?.name).toBe(name);
  for (const [key, value] of Object.entries(read?.values ?? {}))
    if (key in values) expect(values).toHaveProperty(key, key === "host" ? value : Number(value));
});

test("a sentence of another version is none of these", () => {
  expect(readUndelivered("The pigeon got lost.")).toBeUndefined();
});
