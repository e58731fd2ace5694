/** What must hold for every address: a method that nothing there takes is refused as that, with those that are taken. */
import { expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const ORIGIN = "http://localhost:3000";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const PARAMETER = /:\w+(?:\{(.+)\})?/g;
/** In the place of any parameter. */
const FILE = `${"a".repeat(64)}.ics`;

test("at every known address, a method that isn't taken is answered 405 with those that are", async () => {
  const { app } = await createWorld();
  const routes = app.routes
    .filter(({ method }) => METHODS.includes(method))
    .map(({ method, path }) => ({
      method,
      address: path.replace(PARAMETER, FILE),
      pattern: new RegExp(`^${path.replace(PARAMETER, (_, pattern = "[^/]+") => pattern)}$`),
    }));
  const addresses = [...new Set(routes.map(({ address }) => address))];
  expect(addresses.length).toBeGreaterThan(70);

  for (const address of addresses) {
    const taken = METHODS.filter((method) =>
      routes.some((route) => route.method === method && route.pattern.test(address)),
    );
    const allow = taken.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method)).join(", ");
    for (const method of METHODS.filter((one) => !taken.includes(one))) {
      const response = await app.fetch(new Request(ORIGIN + address, { method }));
      expect(response.status, `${method} ${address}`).toBe(405);
      expect(response.headers.get("allow"), `${method} ${address}`).toBe(allow);
      expect(await response.json()).toMatchObject({ code: "method_not_allowed", params: { allow } });
    }
  }
});

test("at an address where nothing is, every method is answered 404", async () => {
  const { app } = await createWorld();
  const answers = METHODS.map((method) => app.fetch(new Request(`${ORIGIN}/api/nothing`, { method })));
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(METHODS.map(() => 404));
});

test("HEAD is answered wherever GET is, also by the accounts' library", async () => {
  const { app } = await createWorld();
  for (const path of ["/health", "/api/auth/jwks"]) {
    const response = await app.fetch(new Request(ORIGIN + path, { method: "HEAD" }));
    expect(response.status, path).toBe(200);
  }
});
