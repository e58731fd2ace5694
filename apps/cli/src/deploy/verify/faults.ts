/** What must not be noticed: a pod that dies, all pods made anew, more load than the pods can take. */
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "../programs.ts";
import { readState } from "../state.ts";
import { kubectl, type Target } from "../target.ts";
import { DeployError } from "../trouble.ts";
import { type Address, withHammer } from "./hammer.ts";
import type { Part } from "./parts.ts";
import { type Report, timed } from "./report.ts";

const READY_SECONDS = 120;

/** Kills a pod of the API and waits until another has its place. */
export async function checkKill(target: Target, { deployment }: Part, report: Report): Promise<void> {
  const { pods } = await readState(target);
  const victim = pods.find(({ component, ready, leaving }) => component === "backend" && ready && !leaving);
  if (!victim) throw new DeployError("No pod of the API is ready.");
  const [seconds] = await timed(async () => {
    await run(kubectl(target, ["delete", "pod", victim.name, "--now"]));
    await untilRolledOut(target, deployment);
  });
  report.atMost("A killed pod is replaced", seconds, READY_SECONDS);
}

const untilRolledOut = (target: Target, deployment: string) =>
  run(kubectl(target, ["rollout", "status", `deployment/${deployment}`, "--timeout", "300s"]));

/** Makes all pods anew while requests come in, and with somebody's token writes too. */
export async function checkRollout(
  target: Target,
  parts: Part[],
  report: Report,
  pauseMs: number,
  token: string | undefined,
): Promise<void> {
  const [part] = parts;
  const door = parts.at(-1);
  if (!part || !door) return;
  const writes = token === undefined ? undefined : { url: `${originOf(door)}/api/tasks`, token };
  const hammering = { part, addresses: parts.flatMap(addressesOf), writes, hands: 3, pauseMs: 20 };
  const counts = await withHammer(target, hammering, async (hammer) => {
    const deployments = parts.map(({ deployment }) => `deployment/${deployment}`);
    await run(kubectl(target, ["rollout", "restart", ...deployments]));
    for (const { deployment } of parts) await untilRolledOut(target, deployment);
    await untilAlone(target, pauseMs);
    return hammer.counts();
  });
  report.holds(
    "A rolling restart loses no request",
    counts.sent > 0 && counts.failed === 0,
    `${counts.failed} of ${counts.sent} failed${counts.trouble && ` (${counts.trouble})`}`,
    "0 failed",
  );
}

const originOf = ({ service, port }: Part) => `http://${service}:${port}`;

/** Without a session the API's answer is 401; through the web app too, which answers the rest by itself. */
const asked = {
  backend: { "/health": "healthy", "/api/tasks": "unauthenticated" },
  frontend: { "/api/health": "ok", "/sign-in": "<html", "/api/tasks": "unauthenticated" },
};

const addressesOf = (part: Part): Address[] =>
  Object.entries(asked[part.component]).map(([path, words]) => ({ url: originOf(part) + path, words }));

/** Pods that were replaced still answer for a while, and what they break counts too. */
async function untilAlone(target: Target, pauseMs: number): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const { pods } = await readState(target);
    if (!pods.some(({ leaving }) => leaving)) return;
    await sleep(pauseMs);
  }
}

const UP_SECONDS = 300;
/** The autoscaler looks back five minutes before it takes anything away. */
const DOWN_SECONDS = 900;

/** Loads the API until the autoscaler wants more pods, and waits until it wants as few as before. */
export async function checkLoad(target: Target, part: Part, report: Report, pauseMs: number): Promise<void> {
  // One that was just made wants nothing yet, and the least is there all the same.
  const wanted = async () => {
    const { autoscalers } = await readState(target);
    const found = autoscalers.find(({ name }) => name === part.deployment);
    return found && Math.max(found.wanted, found.least);
  };
  const before = await wanted();
  if (before === undefined)
    return report.skip("The autoscaler reacts to load", "autoscaling is off: backend.autoscaling.enabled");
  const until = async (reached: (now: number) => boolean, seconds: number) => {
    const [took, is] = await timed(async () => {
      const giveUpAt = performance.now() + seconds * 1_000;
      for (;;) {
        const now = await wanted();
        if (now !== undefined && reached(now)) return true;
        if (performance.now() > giveUpAt) return false;
        await sleep(pauseMs);
      }
    });
    return is ? took : Number.POSITIVE_INFINITY;
  };
  const addresses = [{ url: `${originOf(part)}/openapi.json`, words: "openapi" }];
  const up = await withHammer(target, { part, addresses, hands: 64, pauseMs: 0 }, () =>
    until((now) => now > before, UP_SECONDS),
  );
  report.atMost("The autoscaler adds pods under load", up, UP_SECONDS);
  if (Number.isFinite(up))
    report.atMost(
      "The autoscaler takes them away again",
      await until((now) => now <= before, DOWN_SECONDS),
      DOWN_SECONDS,
    );
}
