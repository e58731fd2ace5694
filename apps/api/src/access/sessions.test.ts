import { describe, expect, test } from "vitest";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";
import { storedToken } from "./session-tokens.ts";

const ORIGIN = "http://localhost:3000";

const post = (person: Pick<Person, "fetch">, path: string, body: object = {}) =>
  person.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function jwtOf(person: Pick<Person, "fetch">): Promise<string> {
  return ((await (await person.fetch("/api/auth/token")).json()) as { token: string }).token;
}

/** Signs in once more; gives the new session's token and what the browser would keep. */
async function signIn({ app }: World, email: string, headers: Record<string, string> = {}) {
  const response = await app.fetch(
    new Request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  );
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { token: response.headers.get("set-auth-token") ?? "", cookie };
}

const refused = { code: "unauthenticated" };

describe("a JWT ends with its session", () => {
  test("when the person signs out, here at once and at another replica when it hears of it", async () => {
    const world = await createWorld();
    const replica = await createWorld();
    const ada = await world.as("ada");
    const jwt = await jwtOf(ada);
    const elsewhere = () =>
      replica.app.fetch(new Request(`${ORIGIN}/api/tasks`, { headers: { authorization: `Bearer ${jwt}` } }));
    expect((await elsewhere()).status).toBe(200);

    await post(ada, "/api/auth/sign-out");

    await expect(ada.with(jwt).list_tasks()).rejects.toMatchObject(refused);
    await expect.poll(async () => (await elsewhere()).status).toBe(401);
  });

  test("when another session of the person ends it", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const { token } = await signIn(world, ada.email);
    const jwt = await jwtOf(ada.with(token));
    const other = (await ada.list_sessions()).sessions.find(({ current }) => !current);

    await ada.revoke_session({ session_id: other!.id });

    for (const gone of [token, jwt]) await expect(ada.with(gone).list_tasks()).rejects.toMatchObject(refused);
    expect((await ada.list_sessions()).sessions).toMatchObject([{ current: true }]);
  });

  test("also where one connection to the database is free, and under an Idempotency-Key", async () => {
    const world = await createWorld({ environment: { DATABASE_POOL_SIZE: "2" } });
    const ada = await world.as("ada");
    const jwt = await jwtOf(ada.with((await signIn(world, ada.email)).token));
    const other = (await ada.list_sessions()).sessions.find(({ current }) => !current);

    await world.database.transaction(async () => {
      await ada.revoke_session({ session_id: other!.id }, { idempotencyKey: "once" });
    });

    await expect(ada.with(jwt).list_tasks()).rejects.toMatchObject(refused);
  });

  test("when the person signs out everywhere else, which leaves the one that asks", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const jwt = await jwtOf(ada.with((await signIn(world, ada.email)).token));
    const own = await jwtOf(ada);

    expect(await ada.with(own).revoke_other_sessions()).toEqual({ revoked: 1 });

    await expect(ada.with(jwt).list_tasks()).rejects.toMatchObject(refused);
    for (const kept of [ada, ada.with(own)]) expect(await kept.list_tasks()).toBeTruthy();
  });

  test("when the password is changed and the other sessions with it", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const jwt = await jwtOf(ada.with((await signIn(world, ada.email)).token));
    const body = {
      currentPassword: PASSWORD,
      newPassword: "another battery staple",
      revokeOtherSessions: true,
    };

    expect((await post(ada, "/api/auth/change-password", body)).status).toBe(200);

    await expect(ada.with(jwt).list_tasks()).rejects.toMatchObject(refused);
  });

  test("whichever way the session went, even by hand in the database", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const jwt = await jwtOf(ada);
    await world.database.pool.query('delete from "session" where "userId" = $1', [ada.id]);
    const late = await createWorld();
    const request = new Request(`${ORIGIN}/api/tasks`, { headers: { authorization: `Bearer ${jwt}` } });
    expect((await late.app.fetch(request)).status).toBe(401);
  });
});

describe("a session's token", () => {
  test("is stored as a hash, and the hash opens nothing", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const [row] = (
      await world.database.pool.query('select token from "session" where "userId" = $1', [ada.id])
    ).rows;
    expect(row.token).toBe(storedToken(ada.token.split(".")[0] ?? ""));
    await expect(ada.with(row.token).list_tasks()).rejects.toMatchObject(refused);
  });

  test("that an earlier release stored in clear still opens, and is a hash from its next renewal on", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const token = crypto.randomUUID().replaceAll("-", "");
    await world.database.pool.query(
      `insert into "session" ("userId", token, "expiresAt", "updatedAt") values ($1, $2, now() + interval '1 day', now())`,
      [ada.id, token],
    );

    expect(await ada.with(token).list_tasks()).toBeTruthy();

    const { rows } = await world.database.pool.query('select token from "session" where token = any($1)', [
      [token, storedToken(token)],
    ]);
    expect(rows).toEqual([{ token: storedToken(token) }]);
    expect(await ada.with(token).list_tasks()).toBeTruthy();
  });

  test("that was there before sign-in isn't the one after it", async () => {
    const world = await createWorld();
    const [ada, eve] = await Promise.all([world.as("ada"), world.as("eve")]);
    const planted = await signIn(world, eve.email);
    const { token } = await signIn(world, ada.email, { cookie: planted.cookie });
    expect(token).not.toBe(planted.token);
    const { email } = await ada.with(planted.token).get_profile();
    expect(email).toBe(eve.email);
  });
});
