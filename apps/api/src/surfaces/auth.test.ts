import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { signInKey } from "../access/sign-in-key.ts";
import { createWorld, PASSWORD, type World } from "../testing/world.ts";

const ORIGIN = "http://localhost:3000";

function send({ app }: World, path: string, body?: object, headers: Record<string, string> = {}) {
  const init = body
    ? {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }
    : { headers };
  return app.fetch(new Request(ORIGIN + path, init));
}

const account = () => ({ name: "Ada", email: `ada-${crypto.randomUUID()}@example.com`, password: PASSWORD });

/** Signs in as a browser does. */
async function cookieOf(world: World, email: string): Promise<string> {
  const credentials = { email, password: PASSWORD };
  const response = await send(world, "/api/auth/sign-in/email", credentials, { origin: ORIGIN });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}

describe("signing up", () => {
  test("works for a program that sends neither cookie nor Origin, as Node's fetch does", async () => {
    const world = await createWorld();
    const response = await send(world, "/api/auth/sign-up/email", account(), { "sec-fetch-mode": "cors" });
    expect(response.status).toBe(200);
    expect(response.headers.get("set-auth-token")).toBeTruthy();
  });

  test("from another origin is refused", async () => {
    const world = await createWorld();
    const response = await send(world, "/api/auth/sign-up/email", account(), {
      origin: "https://evil.example",
    });
    expect(response.status).toBe(403);
  });

  test("with a cookie and no Origin is refused", async () => {
    const world = await createWorld();
    const response = await send(world, "/api/auth/sign-up/email", account(), {
      cookie: "todo.session_token=x",
    });
    expect(response.status).toBe(403);
  });

  test("can be closed", async () => {
    const world = await createWorld({ environment: { SIGN_UP: "closed" } });
    const response = await send(world, "/api/auth/sign-up/email", account());
    expect(await response.json()).toMatchObject({ status: 403, code: "forbidden" });
  });

  test("is limited per address, and says when to come back", async () => {
    const world = await createWorld({
      environment: { SIGN_UPS_PER_HOUR: "1" },
      now: "1999-01-01T00:00:00.000Z",
    });
    await send(world, "/api/auth/sign-up/email", account());
    const response = await send(world, "/api/auth/sign-up/email", account());
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    await world.database.pool.query("delete from rate_limits");
  });
});

describe("signing in", () => {
  test("attempts are limited per account; a right password clears the count", async () => {
    const world = await createWorld();
    const { email, password } = account();
    await send(world, "/api/auth/sign-up/email", { name: "Ada", email, password });
    const attempt = (word: string) => send(world, "/api/auth/sign-in/email", { email, password: word });

    // Each attempt is slow on purpose, so most are only counted.
    const attemptTimes = async (times: number) => {
      expect((await attempt("wrong password")).status).toBe(401);
      const { rowCount } = await world.database.pool.query(
        "update rate_limits set count = count + $1 where key = $2",
        [times - 1, signInKey(email, "unknown")],
      );
      expect(rowCount).toBe(1);
    };
    await attemptTimes(9);
    expect((await attempt(password)).status).toBe(200);
    await attemptTimes(10);
    const refused = await attempt(password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await world.database.pool.query("delete from rate_limits");
  });

  test("with an unknown address says no more than with a wrong password", async () => {
    const world = await createWorld();
    const known = account();
    await send(world, "/api/auth/sign-up/email", known);
    const answers = await Promise.all(
      [known.email, "nobody@example.com"].map(async (email) => {
        const response = await send(world, "/api/auth/sign-in/email", { email, password: "wrong password" });
        return [response.status, await response.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]![0]).toBe(401);
  });
});

describe("the account's own settings", () => {
  test("the name is changed by the person's cookie, which still opens afterwards", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const cookie = await cookieOf(world, ada.email);

    const response = await send(
      world,
      "/api/auth/update-user",
      { name: " Ada Lovelace " },
      { cookie, origin: ORIGIN },
    );

    expect(response.status).toBe(200);
    expect((await ada.get_profile()).name).toBe("Ada Lovelace");
    const renewed = response.headers.get("set-cookie")!.split(";")[0]!;
    for (const kept of [cookie, renewed])
      expect((await send(world, "/api/tasks", undefined, { cookie: kept })).status).toBe(200);
  });

  test.each([
    { name: " " },
    { name: "x".repeat(101) },
    { name: "Ada", image: "https://example.com/a.png" },
    {},
  ])("nothing but a name can be changed: %j", async (body) => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const before = await ada.get_profile();

    const response = await send(world, "/api/auth/update-user", body, {
      authorization: `Bearer ${ada.token}`,
    });

    expect(await response.json()).toMatchObject({ status: 422, code: "validation_failed" });
    expect(await ada.get_profile()).toEqual(before);
  });

  test("the name is changed only where it is still the one that was seen, and so by one of two at once", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const names = ["Ada King", "Ada Lovelace"];
    const change = (name: string) =>
      send(world, "/api/auth/update-user", { name, was: "ada" }, { authorization: `Bearer ${ada.token}` });

    const answers = await Promise.all(names.map(change));

    const { name } = await ada.get_profile();
    const [first, second] = name === names[0] ? answers : answers.toReversed();
    expect(first!.status).toBe(200);
    expect(await second!.json()).toMatchObject({ status: 409, reason: "name_changed", params: { name } });
  });

  test("a new password takes the old one's place, and needs it", async () => {
    const world = await createWorld();
    const { email, token } = await world.as("ada");
    const change = (currentPassword: string) =>
      send(
        world,
        "/api/auth/change-password",
        { currentPassword, newPassword: "another battery staple" },
        { authorization: `Bearer ${token}` },
      );
    const signsIn = async (password: string) =>
      (await send(world, "/api/auth/sign-in/email", { email, password })).status;

    expect(await (await change("not my password")).json()).toMatchObject({ code: "INVALID_PASSWORD" });
    expect(await signsIn(PASSWORD)).toBe(200);
    expect((await change(PASSWORD)).status).toBe(200);
    expect(await signsIn(PASSWORD)).toBe(401);
    expect(await signsIn("another battery staple")).toBe(200);
  });

  test("guesses at the password from an open window are limited", async () => {
    const world = await createWorld();
    const { id, token } = await world.as("ada");
    const guess = (currentPassword: string) =>
      send(
        world,
        "/api/auth/change-password",
        { currentPassword, newPassword: "another battery staple" },
        { authorization: `Bearer ${token}` },
      );
    expect((await guess("not my password")).status).toBe(400);
    // Each guess is slow on purpose, so the next eight are only counted.
    const { rowCount } = await world.database.pool.query(
      "update rate_limits set count = count + 8 where key = $1",
      [`password:${id}`],
    );
    expect(rowCount).toBe(1);
    expect((await guess("not my password")).status).toBe(400);

    const refused = await guess(PASSWORD);

    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("credentials", () => {
  test("session token, cookie, JWT and API key all open the same tasks", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await ada.add_task({ title: "milk" });
    const { token: jwt } = (await (await ada.fetch("/api/auth/token")).json()) as { token: string };
    const { key } = await ada.create_api_key({ name: "script" });
    const cookie = await cookieOf(world, ada.email);

    for (const headers of [
      { authorization: `Bearer ${ada.token}` },
      { cookie },
      { authorization: `Bearer ${jwt}` },
      { authorization: `Bearer ${key}` },
      { "x-api-key": key },
    ]) {
      const response = await send(world, "/api/tasks", undefined, headers as Record<string, string>);
      expect(await response.json()).toMatchObject({ tasks: [{ title: "milk" }] });
    }
  });

  test("the JWT lives 15 minutes and says who, and no more", async () => {
    const ada = await (await createWorld()).as("ada");
    const { token } = (await (await ada.fetch("/api/auth/token")).json()) as { token: string };
    const payload = decodeJwt(token);
    expect(Object.keys(payload).sort()).toEqual(["aud", "exp", "iat", "iss", "sid", "sub"]);
    expect(payload).toMatchObject({ sub: ada.id, iss: ORIGIN, aud: ORIGIN });
    expect(payload.exp! - payload.iat!).toBe(900);
  });

  test.each([
    "Bearer nonsense",
    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.x",
    "Bearer todo_nonsense",
    "Basic YTpi",
    "Bearer",
  ])("“%s” opens nothing", async (authorization) => {
    const response = await send(await createWorld(), "/api/tasks", undefined, { authorization });
    expect(response.status).toBe(401);
  });

  test("a JWT whose signature was changed opens nothing", async () => {
    const ada = await (await createWorld()).as("ada");
    const { token } = (await (await ada.fetch("/api/auth/token")).json()) as { token: string };
    const [head, , signature] = token.split(".");
    const forged = Buffer.from(JSON.stringify({ ...decodeJwt(token), sub: crypto.randomUUID() })).toString(
      "base64url",
    );
    await expect(ada.with(`${head}.${forged}.${signature}`).list_tasks()).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("a cookie can't change anything from another site", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const cookie = await cookieOf(world, ada.email);

    expect(
      (await send(world, "/api/tasks", { title: "x" }, { cookie, origin: "https://evil.example" })).status,
    ).toBe(403);
    expect((await send(world, "/api/tasks", { title: "x" }, { cookie })).status).toBe(403);
    expect((await send(world, "/api/tasks", { title: "x" }, { cookie, origin: ORIGIN })).status).toBe(201);
  });

  test("signing out ends the session", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await ada.fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    await expect(ada.list_tasks()).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("routes of the accounts' library that we don't stand behind are not there", async () => {
    const ada = await (await createWorld()).as("ada");
    expect((await ada.fetch("/api/auth/api-key/list")).status).toBe(404);
  });
});
