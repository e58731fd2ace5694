import { expect, test } from "vitest";
import { openServer, signUp } from "../testing/server.ts";

test("a day with tasks: add in words, look, complete, take back", async () => {
  const { todo } = await signUp(await openServer({ now: "2026-01-05T09:00:00Z" }));

  const added = await todo(["add", "buy", "milk", "+groceries", "@shop", "p1"]);
  expect(added).toEqual({
    code: 0,
    stdout: "Added 1  buy milk · groceries · @shop · urgent priority\n",
    stderr: "",
  });
  await todo(["add-task", "Call mom", "--priority", "low"]);

  const { stdout: table } = await todo(["list"]);
  expect(table).toMatch(/^1 {2}○ {2}buy milk {2,}groceries {2,}shop {2,}urgent$/m);
  expect((await todo(["list", "--list", "groceries"])).stdout).not.toContain("Call mom");

  expect((await todo(["done", "milk"])).stdout).toMatch(/^Completed 1 {2}buy milk/);
  expect((await todo(["list"])).stdout).not.toContain("buy milk");
  expect((await todo(["list", "--all"])).stdout).toContain("✓  buy milk");

  expect((await todo(["undo"])).stdout).toBe("Took back complete task: buy milk\n");
  expect((await todo(["list"])).stdout).toContain("○  buy milk");
  expect((await todo(["redo"])).stdout).toBe("Did again complete task: buy milk\n");
});

test("a due date is meant in the person's zone", async () => {
  const { todo } = await signUp(await openServer());
  // Where it is another day than here, and not just about to be the next.
  const timeZone = new Date().getUTCHours() < 10 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
  await todo(["update-profile", "--time-zone", timeZone]);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());

  const { stdout } = await todo(["add", "water", "the", "plants", "today", "--json"]);

  expect(JSON.parse(stdout)).toMatchObject({ title: "water the plants", due_on: today });
  expect((await todo(["list", "--due", "today"])).stdout).toMatch(/water the plants {2}today/);
});

test("one time of a recurring task is left out by its number or by words", async () => {
  const { todo } = await signUp(await openServer());
  const answerTo = async (...words: string[]) => JSON.parse((await todo([...words, "--json"])).stdout);
  const { occurrence } = await answerTo("add", "gym", "every", "monday");

  const once = await answerTo("skip", "1");
  const twice = await answerTo("skip", "gym");

  expect(once.skipped).toBe(occurrence);
  expect(twice.skipped).toBe(once.occurrence);
});

test("words that fit several tasks complete none", async () => {
  const { todo } = await signUp(await openServer());
  await todo(["add-tasks", '[{"title":"Buy milk"},{"title":"Buy eggs"}]']);

  const { code, stdout, stderr } = await todo(["done", "buy"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/fits 2 tasks[\s\S]* {2}1 {2}Buy milk\n {2}2 {2}Buy eggs/);
  expect((await todo(["done", "1", "2"])).stdout).toMatch(/Completed 1[\s\S]*Completed 2/);
});

test("what the server refuses exits with 1, with words or with a problem", async () => {
  const { todo } = await signUp(await openServer());
  await todo(["add", "milk"]);

  const missing = await todo(["complete-task", "99"]);
  expect(missing).toMatchObject({ code: 1, stdout: "" });
  expect(missing.stderr).toBe(
    "✗ There is no task with the number 99. `todo list --all` shows the numbers.\n",
  );

  const invalid = await todo(["add-task", "Read", "--due-on", "2026-13-01", "--json"]);
  expect(invalid).toMatchObject({ code: 1, stdout: "" });
  expect(JSON.parse(invalid.stderr)).toMatchObject({
    code: "validation_failed",
    errors: [{ path: "due_on" }],
  });

  const partly = await todo(["done", "1", "99"]);
  expect(partly.code).toBe(1);
  expect(partly.stdout).toContain("Completed 1");
  expect(partly.stderr).toContain("✗ 99: ");
});

test("a task's history tells when a reminder of it was sent", async () => {
  const server = await openServer({ now: "2026-01-05T09:00:00Z" });
  const { todo } = await signUp(server);
  await todo(["add-task", "Call mom", "--reminders", '{"at":"2026-01-05T10:00:00.000Z"}']);
  server.world.setNow("2026-01-05T10:00:30Z");
  await server.world.app.notices.look();

  const { stdout } = await todo(["history", "--task-id", "1"]);

  expect(stdout).toMatch(/reminder sent, late {2,}open windows[\s\S]*add task {2,}Call mom/);
});

test("--json is the API's answer and nothing else", async () => {
  const server = await openServer();
  const { todo } = await signUp(server);
  const added = JSON.parse((await todo(["add", "milk", "--json"])).stdout);

  const { stdout, stderr } = await todo(["--json", "get-task", "1"]);

  const { undo, ...task } = added;
  expect(undo).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(stdout)).toEqual(task);
  expect(stderr).toBe("");
});

test("the doctor is content with a person who is signed in", async () => {
  const { todo, email } = await signUp(await openServer());

  const { code, stdout } = await todo(["doctor"]);

  expect(stdout).toMatch(/✓ Server: .*answers/);
  expect(stdout).toContain(`✓ Signed in: Ada <${email}>`);
  expect(stdout).toContain("✓ Assistant: Built-in");
  expect(stdout).not.toContain("✗");
  expect(code).toBe(0);
});
