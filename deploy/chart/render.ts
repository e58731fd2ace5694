/** The chart as Helm renders it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { type Helm, helmPath } from "./tools.ts";

export const chartFolder = join(import.meta.dirname, "..", "..", "charts", "todo-app");
export const presets = [
  "values-dev.yaml",
  "values-minikube.yaml",
  "values-nodeport.yaml",
  "values-prod.yaml",
];

export interface Rendering {
  /** Files of the chart, by name. */
  presets?: string[];
  /** As given to `--set`. */
  set?: string[];
  helm?: Helm;
  release?: string;
}

/** An object of Kubernetes; what is inside is for whoever looks. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  [field: string]: unknown;
}

export function helm(version: Helm, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(helmPath(version), args, { encoding: "utf8" });
  return { ok: status === 0, output: stdout, trouble: stderr };
}

const argumentsOf = ({ presets: files = [], set = [] }: Rendering) => [
  ...files.flatMap((file) => ["--values", join(chartFolder, file)]),
  ...set.flatMap((value) => ["--set", value]),
];

const rendered = new Map<string, string>();

/** Throws with Helm's words. */
export function renderText(rendering: Rendering): string {
  const key = JSON.stringify(rendering);
  const text = rendered.get(key) ?? callHelm(rendering);
  rendered.set(key, text);
  return text;
}

function callHelm(rendering: Rendering): string {
  const { helm: version = "helm4", release = "todo" } = rendering;
  const { ok, output, trouble } = helm(
    version,
    "template",
    release,
    chartFolder,
    "--namespace",
    "todo-app",
    ...argumentsOf(rendering),
  );
  if (!ok) throw new Error(trouble);
  return output;
}

export function render(rendering: Rendering): KubernetesObject[] {
  return parseAllDocuments(renderText(rendering)).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const object: unknown = document.toJS();
    return isObject(object) ? [object] : [];
  });
}

/** What a strict linter says against it; empty when nothing. */
export function lint(rendering: Rendering): string {
  const { helm: version = "helm4" } = rendering;
  const { ok, output, trouble } = helm(version, "lint", "--strict", chartFolder, ...argumentsOf(rendering));
  return ok ? "" : output + trouble;
}

const isObject = (value: unknown): value is KubernetesObject =>
  typeof value === "object" && value !== null && "kind" in value && "metadata" in value;
