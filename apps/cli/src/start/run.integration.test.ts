import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processIdentity } from "@todo/postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ProgramFailed } from "./children.ts";
import { ensurePortIsFree } from "./ports.ts";
import { runTodo } from "./run.ts";

/** Answers on its port with the number of its process. */
const program = (port: string) => `
  import http from "node:http";
  http.createServer((request, response) => response.end(String(process.pid))).listen(Number(process.env.${port}));
  console.log("listening");`;

let projectDir: string;
let api: string;
let web: string;
const atTheEnd: (() => Promise<void> | void)[] = [];

beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), "todo-run-"));
  chmodSync(projectDir, 0o755);
  api = join(projectDir, "apps", "api", "dist", "main.mjs");
  web = join(projectDir, "apps", "web", ".next", "standalone", "apps", "web", "serve.mjs");
  for (const file of [api, web]) mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(join(projectDir, "package.json"), `{ "type": "module" }`);
  writeFileSync(api, program("API_PORT"));
  writeFileSync(web, program("PORT"));
});
afterEach(async () => {
  for (const end of atTheEnd.splice(0).reverse()) await end();
  rmSync(projectDir, { recursive: true });
});

const newEnvironment = async () => ({
  PATH: process.env.PATH,
  PORT: await freePort(),
  API_PORT: await freePort(),
});
/** Below the numbers that outgoing connections get, or one of those might take it in the meantime. */
const freePort = async (): Promise<string> => {
  const port = randomInt(10_000, 32_000);
  const isFree = await ensurePortIsFree(port, "PORT").then(
    () => true,
    () => false,
  );
  return isFree ? String(port) : freePort();
};
const ask = async (port: string) => (await fetch(`http://127.0.0.1:${port}/`)).text();
const isAlive = (pid: number) => processIdentity(pid) !== undefined;
const postgresPid = () =>
  Number(readFileSync(join(projectDir, ".data", "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

function start(environment: Record<string, string | undefined>) {
  const lines: string[] = [];
  const ending = new AbortController();
  const killing = new AbortController();
  const said = { dev: false, verbose: false, say: (line: string) => void lines.push(line) };
  const done = runTodo({ environment, ...said, ending: ending.signal, killing: killing.signal, projectDir });
  const end = async () => {
    ending.abort();
    await done.catch(() => {});
  };
  atTheEnd.push(end);
  const ready = () => {
    const said = expect.poll(() => lines).toContainEqual(expect.stringMatching(/^Todo is ready/));
    return Promise.race([said, done]);
  };
  return { lines, done, end, ready };
}

test("starts everything, says so once, and leaves nothing running", async () => {
  const environment = await newEnvironment();
  const todo = start(environment);
  await todo.ready();
  const pids = [Number(await ask(environment.API_PORT)), Number(await ask(environment.PORT)), postgresPid()];
  expect(pids.map(isAlive)).toEqual([true, true, true]);
  expect(todo.lines.filter((line) => line.includes("ready"))).toEqual([
    `Todo is ready at http://localhost:${environment.PORT}`,
  ]);

  await todo.end();
  await todo.done;
  expect(pids.map(isAlive)).toEqual([false, false, false]);
});

test("a program that fails at the start is shown with its last words, and the others are stopped", async () => {
  writeFileSync(api, `console.error("no plants here"); process.exit(3);`);
  const todo = start(await newEnvironment());
  const error = await todo.done.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ProgramFailed);
  expect(error).toMatchObject({ message: "The API did not start (exit code 3).", tail: "no plants here" });
  expect(() => postgresPid()).toThrow("ENOENT");
});

test("a program that dies later is started again", async () => {
  const environment = await newEnvironment();
  const todo = start(environment);
  await todo.ready();
  process.kill(Number(await ask(environment.API_PORT)), "SIGKILL");

  await expect.poll(() => todo.lines).toContain("The API is back.");
  expect(todo.lines).toContain("The API stopped (killed by SIGKILL). Starting it again in 1 s…");
  expect(isAlive(Number(await ask(environment.API_PORT)))).toBe(true);
});

test("a database that dies is started again", async () => {
  const todo = start(await newEnvironment());
  await todo.ready();
  const pid = postgresPid();
  process.kill(pid, "SIGKILL");

  await expect.poll(() => todo.lines).toContain("PostgreSQL is back.");
  expect(postgresPid()).not.toBe(pid);
});

test("a second start on the same data is refused", async () => {
  const environment = await newEnvironment();
  const starter = await startElsewhere(environment);
  await expect(start(await newEnvironment()).done).rejects.toThrow(
    `Todo already runs on the data folder ${projectDir}/.data`,
  );
  expect(starter.exitCode).toBeNull();
});

test("what a killed start left is stopped by the next one", async () => {
  const environment = await newEnvironment();
  const starter = await startElsewhere(environment);
  const left = [Number(await ask(environment.API_PORT)), Number(await ask(environment.PORT))];
  const database = postgresPid();
  starter.kill("SIGKILL");
  await once(starter, "exit");
  expect(left.map(isAlive)).toEqual([true, true]);

  const todo = start(environment);
  await todo.ready();
  expect(left.map(isAlive)).toEqual([false, false]);
  expect(postgresPid()).toBe(database);
});

/** Starts in a process of its own, which can be killed. */
async function startElsewhere(environment: Record<string, string | undefined>) {
  const code = `
    import { runTodo } from ${JSON.stringify(new URL("./run.ts", import.meta.url).href)};
    const never = new AbortController().signal;
    const options = { dev: false, verbose: false, say: console.log, ending: never, killing: never };
    await runTodo({ ...options, environment: process.env, projectDir: ${JSON.stringify(projectDir)} });`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", code], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  atTheEnd.push(async () => {
    starter.kill("SIGKILL");
    const todo = start(environment);
    await todo.ready();
    await todo.end();
  });
  let output = "";
  for await (const chunk of starter.stdout) {
    output += chunk;
    if (output.includes("Todo is ready")) return starter;
  }
  throw new Error(`It ended before it was ready: ${output}`);
}
