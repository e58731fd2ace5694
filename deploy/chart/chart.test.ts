import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { combinations, refusals } from "./combinations.ts";
import { generatedFiles, project } from "./generated.ts";
import { breaches } from "./policies.ts";
import { chartFolder, helm, lint, presets, type Rendering, render, renderText } from "./render.ts";
import { schemaTrouble } from "./schemas.ts";
import { promtoolPath } from "./tools.ts";
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

test("a field that Kubernetes doesn't know is found", async () => {
  const [object] = render({ presets: ["values-dev.yaml"] }).filter(({ kind }) => kind === "Deployment");
  const broken = structuredClone(object);
  if (!broken) throw new Error("There is no Deployment.");
  broken.spec = { replica: 2, selector: { matchLabels: { app: 1 } } };
  expect(await schemaTrouble(broken, "newest")).toEqual([
    expect.stringContaining("spec.replica: unknown"),
    expect.stringContaining("app: should be string"),
  ]);
});

test("production has three pods of each and more, spread, and no replicas beside the autoscaler", () => {
  const objects = render({ presets: ["values-prod.yaml"] });
  const scalers = objects.filter(({ kind }) => kind === "HorizontalPodAutoscaler");
  expect(scalers.map(({ spec }) => spec)).toEqual([
    expect.objectContaining({ minReplicas: 3, maxReplicas: 20 }),
    expect.objectContaining({ minReplicas: 3, maxReplicas: 10 }),
  ]);
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

test("the alerts are rules that Prometheus reads", () => {
  const promtool = promtoolPath();
  if (!promtool) throw new Error("promtool is missing: install Debian's package prometheus.");
  const objects = render({ set: ["postgresql.enabled=true", "metrics.prometheusRule.enabled=true"] });
  const rule = objects.find(({ kind }) => kind === "PrometheusRule");
  const folder = mkdtempSync(join(tmpdir(), "todo-rules-"));
  try {
    writeFileSync(join(folder, "rules.yaml"), stringify(rule?.spec));
    const { status, stdout, stderr } = spawnSync(promtool, ["check", "rules", join(folder, "rules.yaml")], {
      encoding: "utf8",
    });
    expect(stdout + stderr).toContain("6 rules found");
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the example of a Secret has the keys that the chart reads", () => {
  const example = parse(helmFile("secrets.example.yaml"));
  const keys: string[] = Object.values(parse(helmFile("values.yaml")).secrets.keys);
  expect(Object.keys(example.stringData).filter((key) => !keys.includes(key))).toEqual([]);
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
