/** Measures a live release against what is promised of it. What it makes there, it removes. */
import { readState } from "../state.ts";
import type { Target } from "../target.ts";
import { checkKill, checkLoad, checkRollout } from "./faults.ts";
import { withForward } from "./forward.ts";
import { checkLocked, checkSelf } from "./locked.ts";
import { findParts, type Part } from "./parts.ts";
import { createReport, type Measurement, type Report, timed } from "./report.ts";
import { arrive, clientOf, findTask, leave, say, type Visitor } from "./visitor.ts";

export interface VerifyOptions {
  /** Whether the autoscaler is tried as well, which takes up to twenty minutes. */
  load: boolean;
  /** Hears each finding as it is made. */
  heard: (measurement: Measurement) => void;
  /** Between two looks at the cluster. */
  pauseMs?: number;
  signal?: AbortSignal | undefined;
}

/** Throws DeployError when there is nothing that could be measured; all else is a finding. */
export async function verify(
  target: Target,
  { load, heard, pauseMs = 3_000, signal }: VerifyOptions,
): Promise<Measurement[]> {
  const { backend, frontend } = await findParts(target);
  const parts = frontend ? [backend, frontend] : [backend];
  const report = createReport(heard);
  const attempt: Report["attempt"] = async (name, work) => {
    signal?.throwIfAborted();
    await report.attempt(name, work);
  };

  await attempt("All pods are ready", () => checkReady(target, report));
  for (const part of parts)
    await attempt(`The ${part.component} answers`, () => checkAnswers(target, part, report));
  await attempt("Containers: no root, read-only, no capabilities", () => checkLocked(target, report));
  for (const part of parts)
    await attempt(`The ${part.component} says the same of itself`, () => checkSelf(target, part, report));
  // As a person comes: through the web app, which passes on what is the API's.
  const door = frontend ?? backend;
  const stay: Stay = {};
  try {
    await attempt("Sign-up, chat, task", () => checkPerson(target, door, report, stay));
    const { visitor } = stay;
    if (visitor) {
      await attempt("A killed pod is replaced", () => checkKill(target, backend, report));
      await attempt("Data survives a killed pod", () => checkSurvival(target, door, report, visitor));
    }
    await attempt("A rolling restart loses no request", () =>
      checkRollout(target, parts, report, pauseMs, visitor?.token),
    );
  } finally {
    const { visitor } = stay;
    if (visitor)
      await report.attempt("Nothing is left behind", () =>
        withForward(target, door, (url) => leave(url, visitor)),
      );
  }
  if (load) await attempt("The autoscaler reacts to load", () => checkLoad(target, backend, report, pauseMs));
  return report.measurements;
}

async function checkReady(target: Target, report: Report): Promise<void> {
  const { pods: all, reasons } = await readState(target);
  const pods = all.filter(({ leaving }) => !leaving);
  const ready = pods.filter((pod) => pod.ready).length;
  report.holds(
    "All pods are ready",
    ready > 0 && ready === pods.length,
    `${ready} of ${pods.length}${reasons[0] ? `: ${reasons[0]}` : ""}`,
    "all",
  );
}

const paths = {
  backend: [
    { path: "/health", words: "healthy", limit: 1 },
    { path: "/ready", words: "ready", limit: 1 },
  ],
  frontend: [
    { path: "/api/health", words: "ok", limit: 1 },
    { path: "/sign-in", words: "<html", limit: 15 },
    // The API's, so this is the way from the one to the other.
    { path: "/openapi.json", words: "openapi", limit: 15 },
  ],
} as const;

const checkAnswers = (target: Target, part: Part, report: Report) =>
  withForward(target, part, async (url) => {
    for (const { path, words, limit } of paths[part.component]) {
      const name = `The ${part.component}'s ${path}`;
      const [seconds, { status, text }] = await timed(() => get(`${url}${path}`));
      if (status === 200 && text.includes(words)) report.atMost(name, seconds, limit);
      else report.holds(name, false, `status ${status}`, `200 with “${words}”`);
    }
  });

async function get(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  return { status: response.status, text: await response.text() };
}

const PLANTS = "water the plants";
const ROOF = "mend the roof";

interface Stay {
  /** Known once somebody has signed up, whatever fails after that. */
  visitor?: Visitor;
}

/** A person's tasks, by the chat. */
const checkPerson = (target: Target, door: Part, report: Report, stay: Stay): Promise<void> =>
  withForward(target, door, async (url) => {
    const [seconds, { found, visitor }] = await timed(async () => {
      const visitor = await arrive(url);
      stay.visitor = visitor;
      const client = clientOf(url, visitor);
      await say(client, `add ${PLANTS}`);
      return { found: await findTask(client, PLANTS), visitor };
    });
    if (found) report.atMost("Sign-up, chat, task", seconds, 10);
    else report.holds("Sign-up, chat, task", false, "there is no task", "under 10 s");
    await checkChat(url, visitor, report);
  });

const checkSurvival = (target: Target, door: Part, report: Report, visitor: Visitor): Promise<void> =>
  withForward(target, door, async (url) => {
    const found = await findTask(clientOf(url, visitor), ROOF);
    report.holds(
      "Data survives a killed pod",
      found !== undefined,
      found ? "it is there" : "it is gone",
      "all",
    );
  });

async function checkChat(url: string, visitor: Visitor, report: Report): Promise<void> {
  const client = clientOf(url, visitor);
  const check = async (what: string, words: string, is: (response: string) => Promise<boolean>) => {
    const { response } = await say(client, words);
    const held = await is(response);
    report.holds(`Through the chat: ${what}`, held, held ? "done" : response.slice(0, 80), "done");
  };
  await check("add", `add ${ROOF}`, async () => (await findTask(client, ROOF)) !== undefined);
  await check("list", "show my tasks", async (response) => response.toLowerCase().includes(ROOF));
  await check("complete", `complete ${PLANTS}`, async () => {
    const task = await findTask(client, PLANTS);
    return task !== undefined && task.completed_at !== null;
  });
  await check("delete", `delete ${PLANTS}`, async () => (await findTask(client, PLANTS)) === undefined);
}
