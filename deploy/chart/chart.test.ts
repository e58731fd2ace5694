import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { combinations, refusals } from "./combinations.ts";
import { generatedFiles, project } from "./generated.ts";
import { breaches } from "./policies.ts";
import { chartFolder, helm, lint, presets, type Rendering, render, renderText } from "./render.ts";
import { schemaTrouble } from "./schemas.ts";
import { workloadsOf } from "./workloads.ts";

const everything: [string, Rendering][] = [
  ...presets.map((preset): [string, Rendering] => [preset, { presets: [preset] }]),
  ...combinations.map((set): [string, Rendering] => [set.join(", "), { set }]),
];
const versions = ["helm3", "helm4"] as const;

describe.for(versions)("%s", (version) => {
  test.for(everything)("lints %s", ([, rendering]) => {
    expect(lint({ ...rendering, helm: version })).toBe("");
  });

  test.for(refusals)("refuses %j", ([set, word]) => {
    expect(() => renderText({ set, helm: version })).toThrow(word);
  });
});

test.for(everything)("%s renders the same with both Helms", ([, rendering]) => {
  // What is random differs.
  const steady = (text: string) =>
    text.replace(/^ +(better-auth-secret|postgres-password|database-url|checksum\/secrets): .*$/gm, "");
  const [three, four] = versions.map((version) => render({ ...rendering, helm: version }));
  const sorted = (objects = three) => objects?.map((object) => steady(stringify(object))).toSorted();
  expect(sorted(three)).toEqual(sorted(four));
});

test.for(everything)("%s is what Kubernetes takes, the oldest and the newest", async ([, rendering]) => {
  const objects = render(rendering);
  expect(objects.length).toBeGreaterThan(3);
  for (const version of ["oldest", "newest"] as const) {
    expect((await Promise.all(objects.map((object) => schemaTrouble(object, version)))).flat()).toEqual([]);
  }
});

test.for(everything)("%s keeps to every policy", ([, rendering]) => {
  expect(breaches(render(rendering))).toEqual([]);
});

test("a field that Kubernetes doesn't know is found, and one that it misses", async () => {
  const [object] = render({ presets: ["values-dev.yaml"] }).filter(({ kind }) => kind === "Deployment");
  const broken = structuredClone(object);
  if (!broken) throw new Error("There is no Deployment.");
  const template = { metadata: {}, spec: { containers: [{ image: "todo" }] } };
  broken.spec = { replica: 2, selector: { matchLabels: { app: 1 } }, template };
  expect(await schemaTrouble(broken, "newest")).toEqual([
    expect.stringContaining("spec.replica: unknown"),
    expect.stringContaining("app: should be string"),
    expect.stringContaining("containers[0].name: missing"),
  ]);
});

test.each(["HTTPRoute", "ServiceMonitor", "PrometheusRule"])(
  "a field that %s doesn't have is found",
  async (kind) => {
    const set = [
      "postgresql.enabled=true",
      "httpRoute.enabled=true",
      "httpRoute.parentRefs[0].name=public",
      "metrics.serviceMonitor.enabled=true",
      "metrics.prometheusRule.enabled=true",
    ];
    const object = render({ set }).find((one) => one.kind === kind);
    if (!object) throw new Error(`There is no ${kind}.`);
    const { spec } = object;
    const broken = { ...object, spec: { ...(typeof spec === "object" ? spec : {}), hostname: "todo.local" } };
    expect(await schemaTrouble(object, "newest")).toEqual([]);
    expect(await schemaTrouble(broken, "newest")).toEqual([expect.stringContaining("hostname")]);
  },
);

test("production has three pods of each and more, spread, and no replicas beside the autoscaler", () => {
  const objects = render({ presets: ["values-prod.yaml"] });
  const scalers = objects.filter(({ kind }) => kind === "HorizontalPodAutoscaler");
  expect(scalers.map(({ spec }) => spec)).toEqual([
    expect.objectContaining({ minReplicas: 3, maxReplicas: 20 }),
    expect.objectContaining({ minReplicas: 3, maxReplicas: 10 }),
  ]);
});

test("life is asked for every ten seconds, readiness every five, and a start may take five minutes", () => {
  const asked = workloadsOf(render({ set: ["secrets.existingSecret=mine"] }))
    .filter(({ object }) => object.kind === "Deployment")
    .flatMap(({ pod }) => pod.containers)
    .map(({ startupProbe, livenessProbe, readinessProbe }) => [
      [startupProbe?.periodSeconds, startupProbe?.failureThreshold],
      livenessProbe?.periodSeconds,
      readinessProbe?.periodSeconds,
    ]);
  const promised = [[10, 30], 10, 5];
  expect(asked).toEqual([promised, promised]);
});

test("with node ports the web app is on 30000 and the API on 30001", () => {
  const ports = render({ presets: ["values-nodeport.yaml"] })
    .filter(({ kind, metadata }) => kind === "Service" && metadata.name !== "todo-postgresql")
    .map(({ metadata, spec }) => [metadata.name, spec]);
  expect(Object.fromEntries(ports)).toEqual({
    "todo-backend": expect.objectContaining({
      type: "NodePort",
      ports: [expect.objectContaining({ nodePort: 30001 })],
    }),
    "todo-frontend": expect.objectContaining({
      type: "NodePort",
      ports: [expect.objectContaining({ nodePort: 30000 })],
    }),
  });
});

test("two releases in one namespace share no name", () => {
  const namesOf = (release: string, name: string) =>
    render({ release, set: ["postgresql.enabled=true", `fullnameOverride=${name}`] }).map(
      ({ kind, metadata }) => `${kind}/${metadata.name}`,
    );
  const first = namesOf("one", "todo");
  expect(first).toContain("Deployment/todo-backend");
  expect(namesOf("two", "tasks").filter((name) => first.includes(name))).toEqual([]);
});

test("no object but the Secret holds a secret", () => {
  const secrets = {
    "secrets.databaseUrl": "postgresql://todo:hidden-1@db/todo",
    "secrets.betterAuthSecret": "hidden-2-0123456789012345678901234567",
    "secrets.openaiApiKey": "hidden-3",
    "secrets.cohereApiKey": "hidden-4",
    "secrets.smtpUrl": "smtps://todo:hidden-5@mail",
    "mail.from": "todo@example.com",
  };
  const set = Object.entries(secrets).map((entry) => entry.join("="));
  for (const object of render({ set: [...set, "llm.provider=openai"] })) {
    if (object.kind !== "Secret") expect(stringify(object)).not.toMatch(/hidden-\d/);
  }
});

test("what opens the database beside it outlives the release, as its volume does", () => {
  const secretOf = (set: string[]) => render({ set }).find(({ kind }) => kind === "Secret");
  const kept = { "helm.sh/resource-policy": "keep" };
  expect(secretOf(["postgresql.enabled=true"])?.metadata.annotations).toMatchObject(kept);
  expect(secretOf(["secrets.databaseUrl=postgresql://db/todo"])?.metadata.annotations).toBeUndefined();
});

test("the routes reach the API before the web app, and nothing is rewritten", () => {
  const text = renderText({ presets: ["values-minikube.yaml"] });
  const ingress = render({ presets: ["values-minikube.yaml"] }).find(({ kind }) => kind === "Ingress");
  expect(JSON.stringify(ingress)).toMatch(
    /"\/api".*"\/mcp".*"\/docs".*"\/openapi.json".*"\/.well-known".*"\/"/,
  );
  expect(text).not.toContain("rewrite-target");
});

test("a cluster that chooses users itself is not told any", () => {
  const mine = ["backend", "frontend", "postgresql"].map((part) => `${part}.runAsUser=null`);
  const told = workloadsOf(render({ set: ["postgresql.enabled=true", ...mine] })).map(({ pod }) =>
    Object.keys(pod.securityContext).toSorted(),
  );
  expect(new Set(told.flat())).toEqual(new Set(["runAsNonRoot", "seccompProfile"]));
});

test("pods roll when the configuration or a chart-made secret changes", () => {
  const checksums = (...set: string[]) =>
    workloadsOf(render({ set: ["secrets.betterAuthSecret=0123456789012345678901234567890123", ...set] }))
      .filter(({ object }) => object.metadata.name === "todo-backend")
      .map(({ object }) => JSON.stringify(object.spec).match(/checksum\/\w+":"\w+/g));
  const one = "secrets.databaseUrl=postgresql://one/todo";
  expect(checksums(one)).toEqual(checksums(one));
  expect(checksums(one)).not.toEqual(checksums("secrets.databaseUrl=postgresql://two/todo"));
  expect(checksums(one)).not.toEqual(checksums(one, "logLevel=debug"));
});

test("a stopping pod says so where readiness asks, and lives on where life is asked for", () => {
  const asked = (set: string[]) =>
    workloadsOf(render({ set: ["secrets.existingSecret=mine", ...set] }))
      .filter(({ object }) => object.kind === "Deployment")
      .flatMap(({ pod }) => pod.containers)
      .map(({ livenessProbe, readinessProbe }) => [
        livenessProbe?.httpGet?.path,
        readinessProbe?.httpGet?.path,
      ]);
  expect(asked([])).toEqual([
    ["/health", "/ready"],
    ["/api/health", "/ready"],
  ]);
  const plain = ["/api/health", "/api/health"];
  expect(asked(["probes.apiHealthOnly=true"])).toEqual([plain, plain]);
});

test.each(["initContainer", "job"])(
  "migrating by %s has the place, the files and the variables of serving",
  (mode) => {
    const set = [
      "secrets.existingSecret=mine",
      `migrations.mode=${mode}`,
      "backend.nodeSelector.disk=fast",
      "backend.tolerations[0].key=dedicated",
      "backend.extraEnv[0].name=NODE_EXTRA_CA_CERTS",
      "backend.extraEnv[0].value=/ca/ca.crt",
      "backend.extraVolumes[0].name=ca",
      "backend.extraVolumeMounts[0].name=ca",
      "backend.extraVolumeMounts[0].mountPath=/ca",
    ];
    const migrating = workloadsOf(render({ set })).flatMap(({ pod, containers }) =>
      containers.filter(({ name }) => name === "migrate").map((container) => ({ pod, container })),
    );
    const expected = {
      pod: {
        nodeSelector: { disk: "fast" },
        tolerations: [{ key: "dedicated" }],
        volumes: [expect.objectContaining({ name: "tmp" }), { name: "ca" }],
      },
      container: {
        volumeMounts: [
          { name: "tmp", mountPath: "/tmp" },
          { name: "ca", mountPath: "/ca" },
        ],
        env: expect.arrayContaining([{ name: "NODE_EXTRA_CA_CERTS", value: "/ca/ca.crt" }]),
      },
    };
    expect(migrating).toHaveLength(1);
    expect(migrating[0]).toMatchObject(expected);
  },
);

test("the example of a Secret has the keys that the chart reads", () => {
  const example = parse(helmFile("secrets.example.yaml"));
  const keys: string[] = Object.values(parse(helmFile("values.yaml")).secrets.keys);
  expect(Object.keys(example.stringData).toSorted()).toEqual(keys.toSorted());
});

const helmFile = (name: string) => readFileSync(join(chartFolder, name), "utf8");

test("what is made from the chart is up to date", () => {
  const stale = [...generatedFiles()].filter(
    ([path, text]) => !existsSync(join(project, path)) || readFileSync(join(project, path), "utf8") !== text,
  );
  expect(
    stale.map(([path]) => path),
    "Run npm run chart.",
  ).toEqual([]);
});

test("the chart is packed without what is private", () => {
  const folder = mkdtempSync(join(tmpdir(), "todo-package-"));
  try {
    expect(helm("helm4", "package", chartFolder, "--destination", folder).trouble).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
