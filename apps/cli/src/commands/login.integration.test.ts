import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openHome } from "../testing/run-cli.ts";
import { openServer, password, signUp } from "../testing/server.ts";

test("a person signs up, out and in again, and the token stays in a file of their own", async () => {
  const server = await openServer();
  const { folder, todo, email } = await signUp(server);
  const file = join(folder, ".config", "todo", "credentials.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).not.toContain(password);

  expect(await todo(["logout"])).toMatchObject({
    code: 0,
    stdout: `✓ Signed out of ${server.url}.\n`,
    stderr: "",
  });
  expect((await todo(["list"])).code).toBe(3);

  const signIn = ["login", "--url", server.url, "--email", email, "--password-stdin"];
  const wrong = await todo(signIn, "not the password\n");
  expect(wrong.code).toBe(3);
  expect(wrong.stderr).toMatch(/password.*todo login --sign-up/i);

  const right = await todo(signIn, `${password}\n`);
  expect(right).toMatchObject({ code: 0, stderr: "" });
  expect(right.stdout).toContain(email);
  expect((await todo(["list"])).code).toBe(0);
});

test("signing in tells the server the time zone, once", async () => {
  const server = await openServer();
  const { todo } = await signUp(server);

  const { stdout } = await todo(["get-profile", "--json"]);

  expect(JSON.parse(stdout)).toMatchObject({ time_zone: "UTC", time_zone_known: true });
});

test("after signing out the token is worth nothing", async () => {
  const server = await openServer();
  const { folder, todo } = await signUp(server);
  const { token } = JSON.parse(await readFile(join(folder, ".config", "todo", "credentials.json"), "utf8"));
  await todo(["logout"]);

  const thief = await openHome({ TODO_URL: server.url, TODO_TOKEN: token });

  expect((await thief.todo(["list"])).code).toBe(3);
});

test("an API key works from the environment and from the file, as far as its scope goes", async () => {
  const server = await openServer();
  const { todo } = await signUp(server);
  const created = await todo(["create-api-key", "script", "--scopes", "read", "--json"]);
  const { key } = JSON.parse(created.stdout);

  const script = await openHome({ TODO_URL: server.url, TODO_TOKEN: key });
  expect((await script.todo(["list"])).code).toBe(0);
  const refused = await script.todo(["add", "milk"]);
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain("wider scope");

  const kept = await openHome();
  expect((await kept.todo(["login", "--url", server.url, "--api-key", key])).code).toBe(0);
  expect((await kept.todo(["list"])).code).toBe(0);
  expect((await kept.todo(["login", "--url", server.url, "--api-key", "todo_wrong"])).code).toBe(3);
});

test.each([
  [
    "a password that is too short",
    ["--sign-up", "--name", "Ada", "--email", "ada@example.org"],
    "Take at least 8",
  ],
  ["an address that is none", ["--email", "ada"], "This is not an e-mail address."],
])("%s is refused with what would do", async (_what, args, sentence) => {
  const { url } = await openServer();
  const { todo } = await openHome();

  const { code, stderr } = await todo(["login", "--url", url, "--password-stdin", ...args], "short\n");

  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(sentence) });
});

test("a key that the server doesn't know is told of where it was given", async () => {
  const { url } = await openServer();
  const [here, there] = [await openHome(), await openHome({ TODO_URL: url, TODO_TOKEN: "todo_unknown" })];

  const login = await here.todo(["login", "--url", url, "--api-key", "todo_unknown"]);
  const list = await there.todo(["list"]);

  expect(login).toMatchObject({ code: 3, stderr: expect.stringContaining("Without --api-key") });
  expect(list).toMatchObject({ code: 3, stderr: expect.stringContaining("unset it and run `todo login`") });
});

test("a field that is wrong is called as its option is, with what is expected there", async () => {
  const { todo } = await signUp(await openServer());

  const date = await todo(["add-task", "milk", "--due-on", "2026-02-30"]);
  const task = await todo(["get-task", "milk"]);

  expect(date.stderr).toBe("✗ due-on: Expected a date as YYYY-MM-DD, and one that there is.\n");
  expect(task.stderr).toBe("✗ task-id: Expected the number of a task, or its id.\n");
});
