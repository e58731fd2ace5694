import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { maintain } from "../maintenance.ts";
import { startPushService } from "../testing/push-service.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";

const send = ({ fetch }: Pick<Person, "fetch">, path: string, body: object) =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:3000" },
    body: JSON.stringify(body),
  });

/** Ada, signed in at two browsers that she is told in, and a program that is told as well. */
async function twoBrowsers() {
  const world = await createWorld({ environment: { OUTBOUND_ALLOW: "127.0.0.1" } });
  const service = await startPushService();
  onTestFinished(() => service.close());
  const ada = await world.as("ada");
  const stranger = world.with("");
  const signedIn = await send(stranger, "/api/auth/sign-in/email", { email: ada.email, password: PASSWORD });
  const there = ada.with(signedIn.headers.get("set-auth-token") ?? "");
  const { push } = await ada.list_channels();
  const browsers = [service.browser(push.public_key, "here"), service.browser(push.public_key, "there")];
  await ada.add_channel(browsers[0]!.subscription);
  await there.add_channel(browsers[1]!.subscription);
  await ada.add_channel({ kind: "webhook", url: service.url, name: "program" });
  return { world, ada, there, browsers };
}

type Place = Pick<
  Person,
  "fetch" | "list_channels" | "list_sessions" | "revoke_session" | "revoke_other_sessions"
>;

const changePassword = (place: Place, revokeOtherSessions: boolean) =>
  send(place, "/api/auth/change-password", {
    currentPassword: PASSWORD,
    newPassword: "another battery staple",
    revokeOtherSessions,
  });

const ownSession = async (place: Place) =>
  (await place.list_sessions()).sessions.find(({ current }) => current)!.id;

/** The names of the channels that there are for Ada, whether or not they are told to anybody. */
const storedNames = async ({ database }: World, { id }: Pick<Person, "id">) => {
  const { rows } = await database.pool.query(
    "select name from channels where user_id = $1 order by created_at",
    [id],
  );
  return rows.map(({ name }) => name);
};

const namesOf = async (place: Place) => (await place.list_channels()).channels.map(({ name }) => name);

describe("a browser is told as long as its session isn't ended", () => {
  test.each<[string, (ada: Place, there: Place) => Promise<unknown>]>([
    [
      "from the settings of another browser",
      async (ada) => {
        const other = (await ada.list_sessions()).sessions.find(({ current }) => !current);
        await ada.revoke_session({ session_id: other!.id });
      },
    ],
    ["with all others", (ada) => ada.revoke_other_sessions()],
    ["by signing out there", (_ada, there) => send(there, "/api/auth/sign-out", {})],
  ])("%s", async (_how, end) => {
    const { ada, there } = await twoBrowsers();
    await end(ada, there);
    expect(await namesOf(ada)).toEqual(["here", "program"]);
  });

  test("with a new password that ends the others, and goes on where it was set", async () => {
    const { ada } = await twoBrowsers();
    const changed = await changePassword(ada, true);
    const here = ada.with(changed.headers.get("set-auth-token") ?? "");
    expect(await namesOf(here)).toEqual(["here", "program"]);
  });

  test("and goes on at all of them when the new password ends none, or is refused", async () => {
    const { ada } = await twoBrowsers();
    await changePassword(ada, false);
    await changePassword(ada, true);
    expect(await namesOf(ada)).toEqual(["here", "there", "program"]);
  });

  test("and isn't added by what was on its way when it ended", async () => {
    const { world, ada, there } = await twoBrowsers();
    const issued: unknown = await (await there.fetch("/api/auth/token")).json();
    const { token } = z.object({ token: z.string() }).parse(issued);
    const id = await ownSession(there);
    const { push } = await ada.list_channels();
    const service = await startPushService();
    onTestFinished(() => service.close());
    // As another process ends it, of which this one hasn't heard yet.
    await world.database.pool.query(`delete from "session" where id = $1`, [id]);

    const late = ada.with(token).add_channel(service.browser(push.public_key, "late").subscription);

    await expect(late).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await namesOf(ada)).toEqual(["here", "program"]);
  });

  test("and not when it ran out, though nobody has cleaned up since", async () => {
    const { world, ada, there, browsers } = await twoBrowsers();
    const at = new Date(Date.now() + 60_000).toISOString();
    await ada.add_task({ title: "call", reminders: [{ at }] });
    await runOut(world, there);

    world.setNow(at);
    await world.app.notices.look();

    expect(browsers.map(({ messages }) => messages.length)).toEqual([1, 0]);
    expect(await namesOf(ada)).toEqual(["here", "program"]);
  });

  test("and what is left of one that ran out is cleaned up", async () => {
    const { world, ada, there } = await twoBrowsers();
    await runOut(world, there);
    await maintain(world.database);
    expect(await storedNames(world, ada)).toEqual(["here", "program"]);
  });

  test("and is told again once somebody has signed in there anew and asks for it", async () => {
    const { world, ada, there, browsers } = await twoBrowsers();
    await runOut(world, there);
    const { id } = await ada.add_channel(browsers[1]!.subscription);
    expect(await ada.test_channel({ channel_id: id })).toMatchObject({ status: "sent" });
    expect(await namesOf(ada)).toEqual(["here", "there", "program"]);
  });
});

describe("while a password is being changed", () => {
  /** Ada's change of her password, held up where it is to be written. */
  async function heldUp(revokeOtherSessions: boolean) {
    const { world, ada } = await twoBrowsers();
    const holder = await world.database.pool.connect();
    await holder.query("begin");
    await holder.query(`select from "account" where "userId" = $1 for update`, [ada.id]);
    const changing = changePassword(ada, revokeOtherSessions);
    await expect.poll(() => waiting(world)).toBe(1);
    const goOn = async () => {
      await holder.query("commit");
      holder.release();
      return changing;
    };
    return { world, ada, goOn };
  }

  /** How many connections to this database wait for one another. */
  const waiting = async ({ database }: World) => {
    const { rows } = await database.pool.query(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0].count;
  };

  test("no browser is seen without its session", async () => {
    const { world, ada, goOn } = await heldUp(true);
    const { rows } = await world.database.pool.query(
      "select name from channels where user_id = $1 and kind = 'push' and session_id is null",
      [ada.id],
    );
    await goOn();
    expect(rows).toEqual([]);
  });

  test.each([
    ["takes its browser along when the session stays", false, ["there", "program"]],
    ["comes too late when another session has taken its place", true, ["here", "program"]],
  ])("signing out %s", async (_what, revokeOtherSessions, left) => {
    const { world, ada, goOn } = await heldUp(revokeOtherSessions);
    let isOut = false;
    const signingOut = send(ada, "/api/auth/sign-out", {}).finally(() => {
      isOut = true;
    });
    await expect.poll(async () => isOut || (await waiting(world)) === 2).toBe(true);

    expect((await goOn()).status).toBe(200);
    expect((await signingOut).status).toBe(200);

    expect(await storedNames(world, ada)).toEqual(left);
  });
});

/** The session's time is over, as if its person hadn't come back for a month. */
async function runOut({ database }: World, place: Place) {
  await database.pool.query(`update "session" set "expiresAt" = now() - interval '1 hour' where id = $1`, [
    await ownSession(place),
  ]);
}
