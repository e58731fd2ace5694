/** Other programs: run one, and have its words or a failure that holds them. */
import { spawn } from "node:child_process";

export class CommandFailed extends Error {
  readonly output: string;

  constructor(command: string, how: string, output: string) {
    super(`${command} ended with ${how}.\n${output.trim().split("\n").slice(-25).join("\n")}`);
    this.output = output;
  }
}

export interface RunOptions {
  input?: string;
  environment?: Record<string, string>;
  /** Shows the words as they come. */
  shown?: boolean;
  timeoutMs?: number;
}

/** Resolves with what the program wrote to its output. Throws CommandFailed. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { input, environment, shown = false, timeoutMs } = options;
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    ...(timeoutMs && { timeout: timeoutMs }),
  });
  let said = "";
  let all = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk;
    all += chunk;
    if (shown) process.stdout.write(chunk);
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    all += chunk;
    if (shown) process.stderr.write(chunk);
  });
  child.stdin?.end(input);
  const line = [command, ...args].join(" ").slice(0, 200);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new CommandFailed(line, error.message, all)));
    child.on("close", (code, signal) =>
      code === 0 ? resolve(said) : reject(new CommandFailed(line, signal ?? `code ${code}`, all)),
    );
  });
}

export const works = (command: string, ...args: string[]): Promise<boolean> =>
  run(command, args, { timeoutMs: 20_000 }).then(
    () => true,
    () => false,
  );
