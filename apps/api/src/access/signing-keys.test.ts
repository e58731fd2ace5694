/** The secret was changed, and the database still holds what the former one sealed. */
import { beforeEach, expect, test } from "vitest";
import { ownDatabase } from "../testing/own-database.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";

const FORMER = "the former secret, 0123456789 0123456789";
const CHANGED = "another secret, 0123456789 0123456789";

let url: string;
let ada: Person;
/** As the former secret let her in. */
let former: { token: string; jwt: string };
let world: World;
let lines: string[];

type Caller = Pick<Person, "fetch">;

const withSecret = (secret: string, log: (line: string) => void = () => {}) =>
  createWorld({ environment: { DATABASE_URL: url, BETTER_AUTH_SECRET: secret }, log });

const jwtOf = async (caller: Caller): Promise<string> =>
  (await (await caller.fetch("/api/auth/token")).json()).token;

const statusOf = async (caller: Caller, path = "/api/tasks") => (await caller.fetch(path)).status;

async function signInAgain(): Promise<Caller> {
  const response = await world.app.fetch(
    new Request("http://localhost:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: ada.email, password: PASSWORD }),
    }),
  );
  return world.with(response.headers.get("set-auth-token")!);
}

beforeEach(async () => {
  url = await ownDatabase();
  ada = await (await withSecret(FORMER)).as("ada");
  former = { token: ada.token, jwt: await jwtOf(ada) };
  lines = [];
  world = await withSecret(CHANGED, (line) => void lines.push(line));
});

test("people sign in again, and get tokens that count", async () => {
  const again = await signInAgain();
  expect(await statusOf(again)).toBe(200);
  expect(await statusOf(again, "/api/auth/get-session")).toBe(200);
  expect(await statusOf(world.with(await jwtOf(again)))).toBe(200);
});

test("what let people in before doesn't any more", async () => {
  expect(await statusOf(world.with(former.token))).toBe(401);
  expect(await statusOf(world.with(former.jwt))).toBe(401);
});

test("the log says so once", async () => {
  const again = await signInAgain();
  await jwtOf(again);
  await jwtOf(again);
  expect(lines.filter((line) => line.includes("BETTER_AUTH_SECRET"))).toHaveLength(1);
});

test("a process that still has the former secret goes on with the keys of that", async () => {
  const again = await signInAgain();
  await jwtOf(again);
  const process = await withSecret(FORMER);
  expect(await statusOf(process.with(former.jwt))).toBe(200);
  expect(await statusOf(process.with(await jwtOf(process.with(former.token))))).toBe(200);
});
