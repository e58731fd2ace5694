import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { createMeasures } from "../../apps/api/src/notices/measures.ts";
import { createMetrics } from "../../apps/api/src/surfaces/metrics.ts";
import { project } from "./generated.ts";
import { render } from "./render.ts";
import { promtoolPath } from "./tools.ts";

const ruleSpec = () =>
  render({ set: ["postgresql.enabled=true", "metrics.prometheusRule.enabled=true"] }).find(
    ({ kind }) => kind === "PrometheusRule",
  )?.spec;

test("the alerts are rules that Prometheus reads", () => {
  const promtool = promtoolPath();
  if (!promtool) throw new Error("promtool is missing: install Debian's package prometheus.");
  const folder = mkdtempSync(join(tmpdir(), "todo-rules-"));
  try {
    writeFileSync(join(folder, "rules.yaml"), stringify(ruleSpec()));
    const { status, stdout, stderr } = spawnSync(promtool, ["check", "rules", join(folder, "rules.yaml")], {
      encoding: "utf8",
    });
    expect(stdout + stderr).toContain("6 rules found");
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Prometheus' own, and those of kube-state-metrics. */
const ofOthers = ["up", "kube_pod_container_status_restarts_total", "kube_pod_status_ready"];

test.each<[string, () => string]>([
  ["the alerts", () => stringify(ruleSpec(), { lineWidth: 0 })],
  ["the dashboard's panels", () => read("deploy", "grafana", "todo-dashboard.json").replaceAll('\\"', '"')],
])("%s ask for nothing that isn't measured", async (_, text) => {
  const named = new Set(
    [...text().matchAll(/\b([a-z]\w+)\s*\{[^}]*(?:job|namespace)=/g)].map(([, name]) => name),
  );
  expect(named.size).toBeGreaterThan(5);
  const known = new Set([...ofOthers, ...(await measured())]);
  expect([...named].filter((name) => name && !known.has(name))).toEqual([]);
});

test("the operations guide names no metric of ours that isn't measured", async () => {
  const named = [...read("docs", "operations.md").matchAll(/`(todo_\w+)`/g)].map(([, name]) => name ?? "");
  expect(named.length).toBeGreaterThan(2);
  const known = await measured();
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

const read = (...path: string[]) => readFileSync(join(project, ...path), "utf8");

/** Every name that the API's /metrics has, those of a histogram's parts among them. */
async function measured(): Promise<Set<string>> {
  const { registry } = createMetrics();
  createMeasures(registry);
  const types = [...(await registry.metrics()).matchAll(/^# TYPE (\w+) (\w+)$/gm)];
  return new Set(
    types.flatMap(([, name = "", type]) =>
      type === "histogram" ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    ),
  );
}
