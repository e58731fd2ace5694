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

/**
 * Every other request has a connection of its own, and so a pod that the
 * Service chooses anew. An answer counts when it has the words in it that only
 * the right one has: what a proxy says in its place is none. A task is added
 * twice under the same Idempotency-Key, as by somebody who didn't hear the
 * first answer, and has to be there once.
 */
const PROGRAM = `
import http from "node:http";
import { randomUUID } from "node:crypto";
const [hands, pause, tasks, ...asked] = process.argv.slice(1);
const counts = { sent: 0, failed: 0, trouble: "" };
const kept = new http.Agent({ keepAlive: true });
const lost = (url, trouble) => { counts.failed += 1; counts.trouble = url + ": " + trouble; };
const rest = () => new Promise((done) => setTimeout(done, Number(pause)));
const ask = (url, words, options, body) => new Promise((done) => {
  const end = (trouble, text) => { counts.sent += 1; if (trouble) lost(url, trouble); done(trouble ? "" : text); };
  const request = http.request(url, { timeout: 15000, ...options }, (response) => {
    let text = "";
    const status = "status " + response.statusCode;
    response.setEncoding("utf8").on("data", (chunk) => { text += chunk; });
    response.on("error", (error) => end(error.message));
    response.on("end", () => {
      if (response.statusCode >= 500) end(status);
      else end(text.includes(words) ? "" : status + " without “" + words + "”", text);
    });
  });
  request.on("timeout", () => request.destroy(new Error("no answer within 15 s")));
  request.on("error", (error) => end(error.message));
  request.end(body);
});
const read = async (url, words) => {
  for (let turn = 0; ; turn += 1) {
    await ask(url, words, { agent: turn % 2 ? kept : false });
    await rest();
  }
};
const write = async () => {
  for (;;) {
    const key = randomUUID();
    const body = JSON.stringify({ title: "Verification " + key });
    const headers = {
      authorization: "Bearer " + process.env.TOKEN, "content-type": "application/json", "idempotency-key": key,
    };
    const ids = [];
    for (const agent of [kept, false]) {
      const text = await ask(tasks, key, { agent, method: "POST", headers }, body);
      if (text) ids.push(JSON.parse(text).id);
    }
    if (ids.length === 2 && ids[0] !== ids[1]) lost(tasks, "one task was added twice");
    await new Promise((done) => setTimeout(done, 250));
  }
};
process.on("SIGTERM", () => process.exit(0));
for (let at = 0; at < asked.length; at += 2)
  for (let hand = 0; hand < Number(hands); hand += 1) read(asked[at], asked[at + 1]);
if (tasks) write();
setInterval(() => console.log(JSON.stringify(counts)), 1000);
`;

const Counts = z.object({ sent: z.number(), failed: z.number(), trouble: z.string() });
export type Counts = z.infer<typeof Counts>;

export interface Address {
  url: string;
  /** What only the right answer has in it. */
  words: string;
}

export interface Hammering {
  /** The part whose image it runs. */
  part: Part;
  addresses: Address[];
  /** Adds tasks there, with somebody's token, beside asking the addresses. */
  writes?: { url: string; token: string } | undefined;
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
  await run(
    kubectl(target, ["create", "--filename", "-"], JSON.stringify(objectsOf(name, target, hammering))),
  );
  try {
    await run(kubectl(target, ["wait", `pod/${name}`, "--for", "condition=Ready", "--timeout", "120s"]));
    const counts = async () => (await countsIn(target, name)) ?? { sent: 0, failed: 0, trouble: "" };
    await untilSending(counts);
    return await work({ counts });
  } finally {
    const made = [`pod/${name}`, ...(hammering.writes ? [`secret/${name}`] : [])];
    const gone = ["delete", ...made, "--ignore-not-found", "--now", "--wait=false"];
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
export const argumentsOf = ({ addresses, writes, hands, pauseMs }: Omit<Hammering, "part">): string[] => [
  "--eval",
  PROGRAM,
  "--input-type=module",
  String(hands),
  String(pauseMs),
  writes?.url ?? "",
  ...addresses.flatMap(({ url, words }) => [url, words]),
];

/** A pod's spec is read by many, so the token lies in a Secret of its own. */
function objectsOf(name: string, target: Target, hammering: Hammering) {
  const pod = podOf(name, target, hammering);
  if (!hammering.writes) return pod;
  const { apiVersion, metadata } = pod;
  const secret = { apiVersion, kind: "Secret", metadata, stringData: { token: hammering.writes.token } };
  return { apiVersion, kind: "List", items: [secret, pod] };
}

function podOf(name: string, target: Target, { part, ...given }: Hammering) {
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
          args: argumentsOf(given),
          env: given.writes ? [{ name: "TOKEN", valueFrom: { secretKeyRef: { name, key: "token" } } }] : [],
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
