import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { startPushService } from "../testing/push-service.ts";
import { createWorld, PASSWORD, type Person } from "../testing/world.ts";

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
  await ada.add_channel(service.browser(push.public_key, "here").subscription);
  await there.add_channel(service.browser(push.public_key, "there").subscription);
  await ada.add_channel({ kind: "webhook", url: service.url, name: "program" });
  return { world, ada, there };
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
    const { sessions } = await there.list_sessions();
    const { id } = sessions.find(({ current }) => current)!;
    const { push } = await ada.list_channels();
    const service = await startPushService();
    onTestFinished(() => service.close());
    // As another process ends it, of which this one hasn't heard yet.
    await world.database.pool.query(`delete from "session" where id = $1`, [id]);

    const late = ada.with(token).add_channel(service.browser(push.public_key, "late").subscription);

    await expect(late).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await namesOf(ada)).toEqual(["here", "program"]);
  });

  test("and is told when it only ran out", async () => {
    const { world, ada, there } = await twoBrowsers();
    const { sessions } = await there.list_sessions();
    const { id } = sessions.find(({ current }) => current)!;
    await world.database.pool.query(
      `update "session" set "expiresAt" = now() - interval '1 hour' where id = $1`,
      [id],
    );
    await world.database.pool.query(`delete from "session" where id = $1`, [id]);
    expect(await namesOf(ada)).toEqual(["here", "there", "program"]);
  });
});
