import { operations } from "@todo/contract";
import { expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

test("every operation stands in the document under its route", async () => {
  const { app } = await createWorld();
  const document = (await (await app.fetch(new Request("http://localhost:8000/openapi.json"))).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  expect(document.openapi).toBe("3.1.0");
  for (const { name, method, path } of operations) {
    expect(document.paths[`/api${path}`]?.[method.toLowerCase()]?.operationId).toBe(name);
  }
});

test("the pages that show it ask nobody else's server", async () => {
  const { app } = await createWorld();
  const page = await app.fetch(new Request("http://localhost:8000/docs"));
  const html = await page.text();
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
  expect(addresses.filter((address) => !/^(\/docs\/|data:)/.test(address))).toEqual([]);
  for (const address of addresses.filter((one) => one.startsWith("/"))) {
    expect((await app.fetch(new Request(`http://localhost:8000${address}`))).status).toBe(200);
  }
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
});
