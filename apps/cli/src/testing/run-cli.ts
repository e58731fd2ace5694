/** Runs the real command in a process and a home of its own, as a script would. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { variables } from "../environment.ts";

export const program = fileURLToPath(new URL("../../bin/todo.mjs", import.meta.url));

export interface Result {
  /** null: a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Home {
  folder: string;
  /** What the environment of each run is. */
  environment: Record<string, string>;
  todo: (args: string[], input?: string) => Promise<Result>;
  /** For a test that does something to the process while it runs. */
  start: (args: string[]) => ChildProcessWithoutNullStreams;
}

/** An empty home: nobody is signed in there. It is removed after the test. */
export async function openHome(environment: Record<string, string> = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), "todo-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const surroundings = { PATH: variables().PATH ?? "", HOME: folder, TZ: "UTC", ...environment };
  const start = (args: string[]) =>
    spawn(process.execPath, [program, ...args], { cwd: folder, env: surroundings, stdio: "pipe" });
  return {
    folder,
    environment: surroundings,
    start,
    todo(args, input = "") {
      const child = start(args);
      child.stdin.on("error", () => {});
      child.stdin.end(input);
      return resultOf(child);
    },
  };
}

export function resultOf(child: ChildProcessWithoutNullStreams): Promise<Result> {
  return new Promise((resolve, reject) => {
    const result: Result = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      result.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      result.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...result, code }));
  });
}
