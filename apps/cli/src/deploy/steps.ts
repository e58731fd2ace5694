/**
 * A deployment is a row of steps, each one call of a program. Run or only
 * shown, they are the same steps.
 */
import { note, paintNote, print } from "../output/terminal.ts";
import { type Call, ProgramFailed, ProgramMissing, run, written } from "./programs.ts";
import { DeployError } from "./trouble.ts";

export interface Step {
  title: string;
  call: Call;
  /** What the program reads, in words, where that is secret or long. */
  inputInWords?: string;
  /** What to type when it failed. */
  next: string;
  /** A failure with these words is none. */
  fine?: RegExp;
  /** Finds out more about a failure. */
  explain?: () => Promise<string | undefined>;
}

export interface CarryOptions {
  dryRun: boolean;
  /** Texts that must not be shown, should a program repeat what it read. */
  secrets: string[];
  signal?: AbortSignal | undefined;
}

/** Gives what the program wrote; nothing when it is only shown. Throws DeployError. */
export async function carry(step: Step, { dryRun, secrets, signal }: CarryOptions): Promise<string> {
  if (dryRun) {
    print(written(step.call, step.inputInWords));
    return "";
  }
  const started = performance.now();
  note(`${paintNote("cyan", "→")} ${step.title}…`);
  try {
    const output = await run(step.call, { signal });
    const seconds = Math.round((performance.now() - started) / 1_000);
    note(`${paintNote("green", "✓")} ${step.title}${seconds > 0 ? ` (${seconds} s)` : ""}`);
    return output;
  } catch (error) {
    if (error instanceof ProgramFailed && step.fine?.test(error.message)) return "";
    if (error instanceof ProgramFailed) throw await failureOf(step, error, secrets);
    if (error instanceof ProgramMissing)
      throw new DeployError(`${step.title} failed: ${error.message} Install it, and run this again.`);
    throw error;
  }
}

async function failureOf(step: Step, error: ProgramFailed, secrets: string[]): Promise<DeployError> {
  const why = (await step.explain?.().catch(() => undefined)) ?? "";
  const known = advice.find(([words]) => words.test(error.message))?.[1];
  const lines = [
    `${step.title} failed. ${step.call.program} said:`,
    ...hidden(error.message, secrets)
      .split("\n")
      .map((line) => `    ${line}`),
    ...hidden(why, secrets).split("\n").filter(Boolean),
    `Next: ${hidden(known ?? step.next, secrets)}`,
  ];
  return new DeployError(lines.join("\n  "), {
    cause: error,
    unreachable: UNREACHABLE.test(error.message),
  });
}

const UNREACHABLE =
  /connection refused|no such host|i\/o timeout|Unable to connect to the server|cluster unreachable/i;

/** What to do about words that these programs are known for. */
const advice: [RegExp, string][] = [
  [/cannot connect to the docker daemon|docker daemon is not running/i, "start Docker, and run this again."],
  [
    /RSRC_INSUFFICIENT|not enough (cpu|memory)|has less than|exceeds the (system|maximum)/i,
    "give it less, with `--cpus 2 --memory 4g`, or give Docker more of the machine.",
  ],
  [
    /another operation .* in progress/i,
    "`todo rollback` ends what was cut off; if this was the first install, `helm uninstall` it. Then run this again.",
  ],
  [/context .*does not exist|no context exists/i, "`kubectl config get-contexts` shows the names."],
  [UNREACHABLE, "see that the cluster runs: `kubectl cluster-info`."],
  [
    /unauthorized|must be logged in|forbidden/i,
    "sign in to the cluster with rights there, and run this again.",
  ],
];

/** A short text could be anything and hides too much. */
const hidden = (text: string, secrets: string[]) =>
  secrets
    .filter((secret) => secret.length >= 6)
    .reduce((shown, secret) => shown.replaceAll(secret, "[secret]"), text);
