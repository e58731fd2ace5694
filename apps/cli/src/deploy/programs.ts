/**
 * The programs that do the work: docker, minikube, kubectl, helm. What is
 * secret goes to their stdin, never into their arguments, which every user of
 * the machine can read.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { harmless } from "../output/terminal.ts";

export type Program = "docker" | "minikube" | "kubectl" | "helm";

export interface Call {
  program: Program;
  args: string[];
  /** What the program reads. */
  input?: string;
  /** The folder it works in; default: the one we are in. */
  folder?: string;
}

export class ProgramMissing extends Error {
  override name = "ProgramMissing";
  readonly program: Program;

  constructor(program: Program) {
    super(`${program} is missing.`);
    this.program = program;
  }
}

/** It ended with another code than 0. The message is its last lines. */
export class ProgramFailed extends Error {
  override name = "ProgramFailed";
  readonly call: Call;

  constructor(call: Call, said: string) {
    super(lastLines(said) || `${call.program} said nothing.`);
    this.call = call;
  }
}

export interface RunOptions {
  signal?: AbortSignal | undefined;
  /** Hears everything that it says, as it comes. */
  listen?: (text: string) => void;
}

/** Resolves with what the program wrote to its output. Throws ProgramMissing or ProgramFailed. */
export function run(call: Call, { signal, listen }: RunOptions = {}): Promise<string> {
  const child = spawn(call.program, call.args, {
    stdio: [call.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    ...(call.folder && { cwd: call.folder }),
    ...(signal && { signal }),
  });
  let output = "";
  let all = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    all += text;
    listen?.(text);
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    all += text;
    listen?.(text);
  });
  give(child, call.input);
  return new Promise((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new ProgramMissing(call.program) : error),
    );
    child.on("close", (code, ended) => {
      if (code === 0) resolve(output);
      else reject(new ProgramFailed(call, all || (ended ? `It was ended by ${ended}.` : "")));
    });
  });
}

/** A program that ends without reading is no failure of ours: its code tells. */
function give(child: ChildProcess, input: string | undefined): void {
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
}

const KEPT_LINES = 12;

const lastLines = (said: string) =>
  harmless(said)
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .slice(-KEPT_LINES)
    .join("\n");

/** As one would type it. What it reads is named, not shown. */
export function written({ program, args, input, folder }: Call, inputInWords = "its input"): string {
  const line = [program, ...args.map(quoted)].join(" ");
  const there = folder === undefined ? line : `(cd ${quoted(folder)} && ${line})`;
  return input === undefined ? there : `${there} < (${inputInWords})`;
}

/** One word of a shell's line. */
export const quoted = (argument: string) =>
  /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
