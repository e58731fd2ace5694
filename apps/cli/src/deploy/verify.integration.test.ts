import { spawn } from "node:child_process";
import { createServer, request } from "node:http";
import { delimiter } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { variables } from "../environment.ts";
import { signUp } from "../sign-in.ts";
import { openServer, password } from "../testing/server.ts";
import { autoscaler, deployment, history, list, pod, service } from "./testing/objects.ts";
import { openStandIns, type Rule } from "./testing/stand-ins.ts";
import { checkLoad } from "./verify/faults.ts";
import { argumentsOf } from "./verify/hammer.ts";
import { findParts } from "./verify/parts.ts";
import { createReport, type Measurement } from "./verify/report.ts";
import { verify } from "./verify/verify.ts";

const secret = "postgresql://todo:hidden-password@db/todo";

/** Stands in for the web app: what is the API's it passes on, or answers as Next does when there is none. */
async function openWebApp(apiUrl: string): Promise<number> {
  const server = createServer((from, response) => {
    const { url = "/", method, headers } = from;
    if (url === "/api/health" || url === "/sign-in") return response.end('<html>{"status":"ok"}</html>');
    const passed = request(apiUrl + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.writeHead(500).end("Internal Server Error"));
    from.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("There is no port.");
  return address.port;
}

const counts = (sent: number, failed: number) =>
  `${JSON.stringify({ sent, failed, trouble: failed ? "status 502" : "" })}\n`;

/** A release in which all is well: its API is a real one, and what the cluster says is written here. */
async function openRelease(...first: Rule[]) {
  const server = await openServer();
  const web = await openWebApp(server.url);
  const standIns = await openStandIns(["kubectl", "helm"]);
  vi.stubEnv("PATH", [standIns.folder, variables().PATH].join(delimiter));
  onTestFinished(() => void vi.unstubAllEnvs());
  const data = { "database-url": Buffer.from(secret).toString("base64") };
  const inside = '{"uid":1000,"rights":"0000000000000000","writes":false}\n';
  await standIns.answer(
    ...first,
    { match: "^helm history", stdout: history("deployed") },
    { match: "get deployments", stdout: releaseParts },
    { match: "get pods", stdout: list(pod(), autoscaler(2)) },
    { match: "get secret todo-secrets", stdout: JSON.stringify({ data }) },
    { match: "port-forward service/todo-backend", port: Number(new URL(server.url).port) },
    { match: "port-forward service/todo-frontend", port: web },
    { match: "exec deployment", stdout: inside },
    { match: " logs ", stdout: counts(400, 0) },
  );
  const target = { context: undefined, namespace: "todo-app", release: "todo" };
  const measure = () => verify(target, { load: false, heard: () => {}, pauseMs: 1 });
  const { backend } = await findParts(target);
  return { ...standIns, ...server, target, backend, measure };
}

const releaseParts = list(
  deployment("backend"),
  deployment("frontend"),
  service("backend", 8000),
  service("frontend", 3000),
);

const outcomes = (measurements: Measurement[]) =>
  Object.fromEntries(measurements.map(({ name, passed }) => [name, passed]));

const failures = (measurements: Measurement[]) =>
  measurements.filter(({ passed }) => !passed).map(({ name, found }) => `${name}: ${found}`);

/** One measuring of a release in which all is well, for all who look at it. */
let measured: ReturnType<typeof measureOnce> | undefined;
const whenWell = () => {
  measured ??= measureOnce();
  return measured;
};

async function measureOnce() {
  const { measure, calls, world } = await openRelease();
  const visitors = async () =>
    (await world.database.pool.query("select id from \"user\" where name = 'Verification'")).rows;
  const before = await visitors();
  const measurements = await measure();
  return { measurements, before, after: await visitors(), calls: await calls() };
}

test("a release in which all is well passes everything", async () => {
  const { measurements } = await whenWell();
  expect(failures(measurements)).toEqual([]);
  expect(Object.keys(outcomes(measurements))).toEqual([
    "All pods are ready",
    "The backend's /health",
    "The backend's /ready",
    "The frontend's /api/health",
    "The frontend's /sign-in",
    "The frontend's /openapi.json",
    "Containers: no root, read-only, no capabilities",
    "No secret in a pod's spec",
    "The backend says the same of itself",
    "The frontend says the same of itself",
    "Sign-up, chat, task",
    "Through the chat: add",
    "Through the chat: list",
    "Through the chat: complete",
    "Through the chat: delete",
    "A killed pod is replaced",
    "Data survives a killed pod",
    "A rolling restart loses no request",
  ]);
});

test("it leaves no account behind", async () => {
  const { before, after } = await whenWell();
  expect(after).toEqual(before);
});

test("it leaves no pod behind", async () => {
  const lines = (await whenWell()).calls.map(({ line }) => line);
  expect(lines.filter((line) => line.includes(" create --filename -"))).toHaveLength(1);
  expect(
    lines.filter((line) =>
      /delete pod\/todo-verify-\w+ secret\/todo-verify-\w+ --ignore-not-found/.test(line),
    ),
  ).toHaveLength(1);
});

/** What was made to send requests: the Secret with the visitor's token, and the pod. */
async function madeObjects() {
  const made = (await whenWell()).calls.find(({ line }) => line.includes(" create --filename -"));
  const { items } = Made.parse(JSON.parse(made?.input ?? ""));
  const [secret, pod] = items;
  return { secret, pod };
}

const Made = z.object({ kind: z.literal("List"), items: z.array(z.looseObject({ kind: z.string() })) });

test("requests come from a pod that the strictest namespace takes", async () => {
  const { pod: hammer } = await madeObjects();
  expect(hammer).toMatchObject({
    kind: "Pod",
    metadata: { labels: { "app.kubernetes.io/instance": "todo", "app.kubernetes.io/component": "verify" } },
    spec: {
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      containers: [{ image: "todo-backend:1.0.0", securityContext: { capabilities: { drop: ["ALL"] } } }],
    },
  });
});

test("the requests go through the web app as well, and writes do", async () => {
  const { pod: hammer } = await madeObjects();
  const Spec = z.object({ spec: z.object({ containers: z.array(z.object({ args: z.array(z.string()) })) }) });
  const [container] = Spec.parse(hammer).spec.containers;
  const [hands, pause, tasks, ...addresses] = container?.args.slice(3) ?? [];
  expect([hands, pause, tasks]).toEqual(["3", "20", "http://todo-frontend:3000/api/tasks"]);
  expect(addresses).toEqual([
    ...["http://todo-backend:8000/health", "healthy"],
    ...["http://todo-backend:8000/api/tasks", "unauthenticated"],
    ...["http://todo-frontend:3000/api/health", "ok"],
    ...["http://todo-frontend:3000/sign-in", "<html"],
    ...["http://todo-frontend:3000/api/tasks", "unauthenticated"],
  ]);
});

test("the visitor's token stands in a Secret, and in no argument and no spec", async () => {
  const { secret: made, pod: hammer } = await madeObjects();
  const { stringData } = z.object({ stringData: z.object({ token: z.string().min(20) }) }).parse(made);
  const lines = (await whenWell()).calls.map(({ line }) => line);
  expect([...lines, JSON.stringify(hammer)].join("\n")).not.toContain(stringData.token);
});

test("what the pod writes the API takes, and it is there once", async () => {
  const { url, world } = await openServer();
  const token = await signUp(url, { name: "Ada", email: `ada-${crypto.randomUUID()}@example.com`, password });
  const writes = { url: `${url}/api/tasks`, token };
  const args = argumentsOf({ addresses: [], writes, hands: 1, pauseMs: 1 });
  const child = spawn(process.execPath, args, { env: { ...variables(), TOKEN: token } });
  onTestFinished(() => void child.kill("SIGKILL"));
  for await (const line of createInterface(child.stdout)) {
    const { sent, failed, trouble } = JSON.parse(line);
    expect({ failed, trouble }).toEqual({ failed: 0, trouble: "" });
    if (sent > 2) break;
  }
  const { rows } = await world.database.pool.query(
    "select count(*)::int as all, count(distinct title)::int as different from tasks where title like 'Verification %'",
  );
  expect(rows[0].all).toBeGreaterThan(1);
  expect(rows[0].different).toBe(rows[0].all);
});

test("a web app that doesn't reach the API is found", async () => {
  const web = await openWebApp("http://127.0.0.1:1");
  const { measure } = await openRelease({ match: "port-forward service/todo-frontend", port: web });
  const failed = failures(await measure());
  expect(failed).toEqual([
    "The frontend's /openapi.json: status 500",
    expect.stringMatching(/^Sign-up, chat, task: .* answered 500/),
  ]);
});

test.each<[string, Rule, string]>([
  [
    "a pod that isn't ready",
    { match: "get pods", stdout: list(pod(), pod({ name: "todo-backend-2", ready: false })) },
    "All pods are ready: 1 of 2",
  ],
  [
    "a container that may be root",
    { match: "get pods", stdout: list(pod({ securityContext: {} })) },
    "Containers: no root, read-only, no capabilities: todo-backend-1/backend may be root",
  ],
  [
    "a secret's value in a spec",
    {
      match: "get pods",
      stdout: list(pod(), pod({ name: "todo-other", env: [{ name: "ADDRESS", value: secret }] })),
    },
    "No secret in a pod's spec: a value of a Secret stands in a pod",
  ],
  [
    "a secret variable in clear",
    { match: "get pods", stdout: list(pod({ env: [{ name: "OPENAI_API_KEY", value: "hidden" }] })) },
    "No secret in a pod's spec: backend has OPENAI_API_KEY in clear",
  ],
  [
    "a process that is root",
    { match: "exec deployment/todo-backend", stdout: '{"uid":0,"rights":"00","writes":false}' },
    "The backend says the same of itself: uid 0",
  ],
  [
    "a pod that isn't replaced",
    { match: "rollout status", code: 1, stderr: "error: timed out\n" },
    "A killed pod is replaced: kubectl: error: timed out",
  ],
  [
    "requests that were lost",
    { match: " logs ", stdout: counts(400, 3) },
    "A rolling restart loses no request: 3 of 400 failed (status 502)",
  ],
  [
    "a Service that no port leads to",
    { match: "port-forward service/todo-frontend", code: 1, stderr: "error: no pods\n" },
    "The frontend answers: No port leads to todo-frontend. kubectl said: error: no pods",
  ],
])("%s is found, and the rest is measured all the same", async (_, rule, finding) => {
  const { measure } = await openRelease(rule);
  const measurements = await measure();
  expect(failures(measurements).join("\n")).toContain(finding);
  expect(JSON.stringify(measurements)).not.toContain("hidden");
  expect(measurements.at(-1)?.name).toBe("A rolling restart loses no request");
});

test("under load the autoscaler has to add pods and to take them away again", async () => {
  const wanted = (pods: number) => ({ match: "get pods", stdout: list(pod(), autoscaler(pods)) });
  const { backend, target } = await openRelease(
    { ...wanted(2), once: true },
    { ...wanted(2), once: true },
    { ...wanted(4), once: true },
  );
  const report = createReport(() => {});

  await checkLoad(target, backend, report, 1);

  expect(outcomes(report.measurements)).toEqual({
    "The autoscaler adds pods under load": true,
    "The autoscaler takes them away again": true,
  });
});

test("without an autoscaler the load is left out, with the reason", async () => {
  const { backend, target } = await openRelease({ match: "get pods", stdout: list(pod()) });
  const report = createReport(() => {});
  await checkLoad(target, backend, report, 1);
  expect(report.measurements).toEqual([
    expect.objectContaining({ passed: null, found: expect.stringContaining("autoscaling is off") }),
  ]);
});
