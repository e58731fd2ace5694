/** Programs in a folder of their own that take the place of docker, minikube, kubectl and helm. */
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Program } from "../programs.ts";

export interface Rule {
  /** A regular expression over "program argument argument …". The first that fits answers; without one, nothing is said and all is well. */
  match: string;
  stdout?: string;
  stderr?: string;
  code?: number;
  /** Answers only the first time. */
  once?: boolean;
  /** A port of this machine to which connections are passed, until the program is ended. */
  port?: number;
}

interface Called {
  line: string;
  input: string;
  folder: string;
}

export interface StandIns {
  /** For PATH: nothing else is in it. */
  folder: string;
  answer: (...rules: Rule[]) => Promise<void>;
  /** In the order in which they began. */
  calls: () => Promise<Called[]>;
}

const all: Program[] = ["docker", "minikube", "kubectl", "helm"];

const usual: Rule[] = [
  { match: "^docker version", stdout: "28.3.1\n" },
  { match: "^minikube version", stdout: "v1.36.0\n" },
  { match: "^kubectl version", stdout: '{"clientVersion":{"gitVersion":"v1.34.5"}}\n' },
  { match: "^helm version", stdout: "v4.1.4" },
  { match: "^helm get values", code: 1, stderr: "Error: release: not found\n" },
];

/** They are removed after the test. */
export async function openStandIns(programs: Program[] = all): Promise<StandIns> {
  const folder = await mkdtemp(join(tmpdir(), "todo-stand-ins-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const source = new URL("./stand-in.mjs", import.meta.url);
  for (const program of programs) {
    const file = join(folder, program);
    await writeFile(file, `#!${process.execPath}\nimport(${JSON.stringify(source.href)});\n`);
    await chmod(file, 0o755);
  }
  const answer = (...rules: Rule[]) => writeFile(join(folder, "rules"), JSON.stringify([...rules, ...usual]));
  await answer();
  return {
    folder,
    answer,
    async calls() {
      const lines = await readFile(join(folder, "calls"), "utf8").catch(() => "");
      return lines
        .split("\n")
        .filter(Boolean)
        .map((line): Called => JSON.parse(line));
    },
  };
}
