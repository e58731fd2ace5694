/**
 * A pod that sends requests to the Services, as others in the cluster do: a
 * forwarded port leads to one pod and breaks with it. It counts, and tells the
 * counts in its log, a line a second.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { run } from "../programs.ts";
import { kubectl, selectorOf, type Target } from "../target.ts";
import { DeployError } from "../trouble.ts";
import type { Part } from "./parts.ts";

/** Every other request has a connection of its own, and so a pod that the Service chooses anew. */
const PROGRAM = `
import http from "node:http";
const [hands, pause, ...urls] = process.argv.slice(1);
const counts = { sent: 0, failed: 0, trouble: "" };
const kept = new http.Agent({ keepAlive: true });
const ask = (url, agent) => new Promise((done) => {
  const request = http.get(url, { agent, timeout: 15000 }, (response) => {
    response.on("error", (error) => done(error.message));
    response.on("end", () => done(response.statusCode < 500 ? "" : "status " + response.statusCode));
    response.resume();
  });
  request.on("timeout", () => request.destroy(new Error("no answer within 15 s")));
  request.on("error", (error) => done(error.message));
});
const work = async (url) => {
  for (let turn = 0; ; turn += 1) {
    const trouble = await ask(url, turn % 2 ? kept : false);
    counts.sent += 1;
    if (trouble) { counts.failed += 1; counts.trouble = url + ": " + trouble; }
    await new Promise((done) => setTimeout(done, Number(pause)));
  }
};
process.on("SIGTERM", () => process.exit(0));
for (const url of urls) for (let hand = 0; hand < Number(hands); hand += 1) work(url);
setInterval(() => console.log(JSON.stringify(counts)), 1000);
`;

const Counts = z.object({ sent: z.number(), failed: z.number(), trouble: z.string() });
export type Counts = z.infer<typeof Counts>;

export interface Hammering {
  /** The part whose image it runs. */
  part: Part;
  urls: string[];
  /** Requests at a time for each address. */
  hands: number;
  pauseMs: number;
}

export interface Hammer {
  /** What was counted until now. */
  counts: () => Promise<Counts>;
}

/** Runs while the work does; the pod is removed afterwards. */
export async function withHammer<Result>(
  target: Target,
  hammering: Hammering,
  work: (hammer: Hammer) => Promise<Result>,
): Promise<Result> {
  const name = `${target.release}-verify-${randomBytes(4).toString("hex")}`;
  await run(kubectl(target, ["create", "--filename", "-"], JSON.stringify(podOf(name, target, hammering))));
  try {
    await run(kubectl(target, ["wait", `pod/${name}`, "--for", "condition=Ready", "--timeout", "120s"]));
    const counts = async () => (await countsIn(target, name)) ?? { sent: 0, failed: 0, trouble: "" };
    await untilSending(counts);
    return await work({ counts });
  } finally {
    const gone = ["delete", "pod", name, "--ignore-not-found", "--now", "--wait=false"];
    await run(kubectl(target, gone));
  }
}

/** Throws DeployError when nothing is sent for half a minute. */
async function untilSending(counts: () => Promise<Counts>): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    if ((await counts()).sent > 0) return;
    await sleep(1_000);
  }
  throw new DeployError("The pod that sends requests sends none: the Services can't be reached from a pod.");
}

async function countsIn(target: Target, name: string): Promise<Counts | undefined> {
  const said = await run(kubectl(target, ["logs", name, "--tail", "1"]));
  const line = said.trim().split("\n").at(-1);
  return line?.startsWith("{") ? Counts.parse(JSON.parse(line)) : undefined;
}

/** What Node, the image's only program, is given. */
export const argumentsOf = ({ urls, hands, pauseMs }: Omit<Hammering, "part">): string[] => [
  "--eval",
  PROGRAM,
  "--input-type=module",
  String(hands),
  String(pauseMs),
  ...urls,
];

function podOf(name: string, target: Target, { part, urls, hands, pauseMs }: Hammering) {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      // Of the release, so that its NetworkPolicies let it in; of none of its Services.
      labels: {
        "app.kubernetes.io/name": part.labels["app.kubernetes.io/name"] ?? "todo-app",
        [selectorOf(target).split("=")[0]!]: target.release,
        "app.kubernetes.io/component": "verify",
      },
    },
    spec: {
      restartPolicy: "Never",
      // Whatever becomes of us, it doesn't stay.
      activeDeadlineSeconds: 1_800,
      terminationGracePeriodSeconds: 1,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: part.pullSecrets,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        seccompProfile: { type: "RuntimeDefault" },
      },
      containers: [
        {
          name: "hammer",
          image: part.image,
          imagePullPolicy: part.pullPolicy,
          args: argumentsOf({ urls, hands, pauseMs }),
          resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { cpu: "2", memory: "256Mi" } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            capabilities: { drop: ["ALL"] },
            seccompProfile: { type: "RuntimeDefault" },
          },
        },
      ],
    },
  };
}
