/** A stream that is open hears no more once the credential that opened it is worth nothing. */
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { sql } from "../db/sql.ts";
import { idsOf, readUntil } from "../testing/runs.ts";
import { type ScriptedReply, scriptedModel } from "../testing/scripted-model.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";
import { JWT_MINUTES } from "./auth.ts";

/** Of a token's life, when its stream is opened: a token names whole seconds. */
const LEFT_MS = 3_000;

let world: World;
beforeAll(async () => {
  const forever = () => new Promise<ScriptedReply>(() => {});
  world = await createWorld({ lasts: "file", modelOverride: () => scriptedModel([forever]) });
});

interface Credential {
  token: string;
  end(): Promise<unknown>;
}

const signIn = async ({ email }: Person) => {
  const response = await world.app.fetch(
    new Request("http://localhost:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  );
  return response.headers.get("set-auth-token")!;
};

/** Ways to open a stream, and how each comes to its end. */
const credentials: Record<string, (ada: Person) => Promise<Credential>> = {
  async "a session that is revoked"(ada) {
    return { token: await signIn(ada), end: () => ada.revoke_other_sessions() };
  },
  async "a session that signs out"(ada) {
    const token = await signIn(ada);
    const there = world.with(token);
    const signingOut = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    return { token, end: () => there.fetch("/api/auth/sign-out", signingOut) };
  },
  async "a JWT whose session is revoked"(ada) {
    const response = await world.with(await signIn(ada)).fetch("/api/auth/token");
    const { token } = await response.json();
    return { token, end: () => ada.revoke_other_sessions() };
  },
  async "a key that is revoked"(ada) {
    const { key, id } = await ada.create_api_key({ name: "listener" });
    return { token: key, end: () => ada.revoke_api_key({ key_id: id }) };
  },
  async "a key that expires"(ada) {
    const { key, id } = await ada.create_api_key({ name: "listener", expires_in_days: 1 });
    const other = await ada.create_api_key({ name: "other" });
    const end = async () => {
      await world.database.rows(sql`update apikey set "expiresAt" = now() where id = ${id}`);
      // Seen at the next look, which anybody's end brings about.
      await ada.revoke_api_key({ key_id: other.id });
    };
    return { token: key, end };
  },
  async "a person whose account is deleted"(ada) {
    const end = () =>
      ada.fetch("/api/account/delete", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ password: PASSWORD }),
      });
    return { token: await signIn(ada), end };
  },
};

/** Reads until a text is found; gives what reads on in the same way. */
async function readUntilFound({ body }: Response, text: string) {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(() => reader.cancel());
  const find = async (wanted: string) => {
    for (let read = ""; !read.includes(wanted); ) {
      const { value, done } = await reader.read();
      expect(done, read).toBe(false);
      read += value;
    }
  };
  await find(text);
  return find;
}

/** Resolves with all that is heard, when the stream ends. */
const allOf = (response: Response) => response.text();

describe.each(Object.entries(credentials))("%s", (name, make) => {
  test("hears no more changes, and can't come back", async () => {
    const ada = await world.as(`live ${name}`.replaceAll(" ", "-"));
    const { token, end } = await make(ada);
    const listener = world.with(token);
    const heard = allOf(await listener.fetch("/api/live"));

    await end();

    expect(await heard).toContain(": listening");
    expect((await listener.fetch("/api/live")).status).toBe(401);
  });

  test("hears no more of an answer", async () => {
    const ada = await world.as(`chat ${name}`.replaceAll(" ", "-"));
    const { token, end } = await make(ada);
    const begun = await readUntil(ada.streamChat({ message: "hello" }), ({ type }) => type === "run_started");
    const response = await world.with(token).fetch(`/api/runs/${idsOf(begun).run_id}/events`);
    expect(response.status).toBe(200);
    const heard = allOf(response);

    await end();

    expect(await heard).toContain("run_started");
  });
});

test("a JWT's stream ends with the JWT, though its session goes on", async () => {
  const ada = await world.as("ada");
  const { token } = await (await ada.fetch("/api/auth/token")).json();
  // The clock alone: the database's time limits are timers of the same process.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + JWT_MINUTES * 60_000 - LEFT_MS });
  onTestFinished(() => void vi.useRealTimers());

  const heard = allOf(await world.with(token).fetch("/api/live"));

  expect(await heard).toContain(": listening");
  expect((await ada.fetch("/api/tasks")).status).toBe(200);
});

test("another credential's stream of the same person goes on", async () => {
  const ada = await world.as("ada");
  const { key, id } = await ada.create_api_key({ name: "listener" });
  const going = await readUntilFound(await ada.fetch("/api/live"), ": listening");
  const heard = allOf(await world.with(key).fetch("/api/live"));
  await ada.revoke_api_key({ key_id: id });
  await heard;

  await ada.add_task({ title: "milk" });

  await going("add_task");
});

test("what ends it may happen at another process", async () => {
  const ada = await world.as("ada");
  const { key, id } = await ada.create_api_key({ name: "listener" });
  const heard = allOf(await world.with(key).fetch("/api/live"));
  await (await createWorld()).with(ada.token).revoke_api_key({ key_id: id });
  expect(await heard).toContain(": listening");
});
