import { operations } from "@todo/contract";
import { expect, test } from "vitest";
import { daily, setUp } from "./commands.ts";
import { commandName } from "./fields.ts";
import { openHome } from "./testing/run-cli.ts";

// A port that nothing listens on.
const nowhere = { TODO_URL: "http://127.0.0.1:9", TODO_TOKEN: "token" };

test("the help lists every command, in groups, and the exit codes", async () => {
  const { todo } = await openHome();

  const { code, stdout, stderr } = await todo(["--help"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const listed = [...stdout.matchAll(/^ {2}(?:\S+\[\d+m)?([a-z][a-z-]*) /gm)].map(([, name]) => name);
  for (const { name } of [...daily, ...setUp]) expect(listed).toContain(name);
  for (const { name } of operations) expect(listed).toContain(commandName(name));
  expect(stdout).toMatch(/Every day[\s\S]*Set up[\s\S]*Tasks[\s\S]*Exit codes[\s\S]*130 {2}Interrupted/);
});

test("the name alone shows what fits on a screen, and where the rest is", async () => {
  const { todo } = await openHome();

  const { code, stdout } = await todo([]);

  expect(code).toBe(0);
  expect(stdout.split("\n").length).toBeLessThan(40);
  for (const { name } of [...daily, ...setUp]) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
  expect(stdout).toContain("todo --help");
});

test("each command explains itself", async () => {
  const { todo } = await openHome();

  const [derived, byHand] = await Promise.all([todo(["add-task", "--help"]), todo(["help", "list"])]);

  expect(derived.code).toBe(0);
  expect(derived.stdout).toMatch(
    /todo add-task \[TITLE\] \[options\][\s\S]*--due-on <due-on> {2,}YYYY-MM-DD/,
  );
  expect(byHand.stdout).toMatch(/-a, --all/);
});

test.each([
  [["complet-task", "3"], "Did you mean complete-task?"],
  [["list", "--al"], "Did you mean --all?"],
  [["complete-task"], "Say the task too"],
  [["--frobnicate"], "needs a command"],
  [["add"], "Say what there is to do"],
  [["logout", "now"], "takes options alone, no “now”"],
  [["login", "--url", "not a url"], "“not a url” is not an address"],
])("%j is wrong usage", async (args, sentence) => {
  const { todo } = await openHome({ TODO_URL: "http://127.0.0.1:9" });

  const { code, stdout, stderr } = await todo(args, "");

  expect(stderr).toContain(sentence);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

test("whoever is not signed in learns how to sign in", async () => {
  const { todo } = await openHome();

  const { code, stderr } = await todo(["list"]);

  expect(code).toBe(3);
  expect(stderr).toBe("✗ You are not signed in to http://localhost:3000. Run `todo login`.\n");
});

test("a server that can't be reached has an exit code of its own, and a problem for programs", async () => {
  const { todo } = await openHome(nowhere);

  const [words, json] = await Promise.all([todo(["list"]), todo(["get-profile", "--json"])]);

  expect(words.code).toBe(4);
  expect(words.stderr).toMatch(/http:\/\/127\.0\.0\.1:9 can't be reached.*`todo doctor`/);
  expect(json).toMatchObject({ code: 4, stdout: "" });
  expect(JSON.parse(json.stderr)).toMatchObject({ code: "unavailable", status: 503 });
});

test("without a terminal nothing is asked and nothing is coloured", async () => {
  const { todo } = await openHome(nowhere);

  const login = await todo(["login"]);
  const noPassword = await todo(["login", "--email", "ada@example.com"]);

  expect(login.code).toBe(2);
  expect(login.stderr).toContain("Give --email");
  expect(noPassword.stderr).toContain("Give --password-stdin");
  expect(login.stderr).not.toContain("\u001b");
});

test("the version is the package's", async () => {
  const { todo } = await openHome();
  expect((await todo(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
