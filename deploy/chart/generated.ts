/** What is made from the chart and kept in the repository: its README, plain manifests, and the dashboard beside it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, parseDocument, stringify, type YAMLMap } from "yaml";
import { type KubernetesObject, render } from "./render.ts";

export const project = join(import.meta.dirname, "..", "..");
const read = (...path: string[]) => readFileSync(join(project, ...path), "utf8");

/** Files by path from the project's root, with their text. */
export function generatedFiles(): Map<string, string> {
  const files = new Map([
    ["charts/todo-app/README.md", chartReadme()],
    ["charts/todo-app/files/todo-dashboard.json", read("deploy", "grafana", "todo-dashboard.json")],
    ["deploy/k8s/secrets.example.yaml", read("charts", "todo-app", "secrets.example.yaml")],
  ]);
  for (const object of render({ set: ["secrets.existingSecret=todo-secrets"] })) {
    if (object.metadata.annotations?.["helm.sh/hook"]) continue;
    files.set(`deploy/k8s/${fileName(object)}`, manifest(object));
  }
  return files;
}

const fileName = ({ kind, metadata }: KubernetesObject) =>
  `${metadata.name.replace(/^todo-/, "")}-${kind.toLowerCase()}.yaml`.replace(
    "config-configmap",
    "configmap",
  );

/** Plain objects: `kubectl apply` manages them, not Helm. */
function manifest(object: KubernetesObject): string {
  const plain: unknown = JSON.parse(JSON.stringify(object), (name, value) =>
    name === "helm.sh/chart" ? undefined : name === "app.kubernetes.io/managed-by" ? "kubectl" : value,
  );
  return `# Made from charts/todo-app by \`npm run chart\`.\n${stringify(plain, { lineWidth: 0 })}`;
}

function chartReadme(): string {
  const document = parseDocument(read("charts", "todo-app", "values.yaml"));
  if (!isMap(document.contents)) throw new Error("values.yaml holds no values.");
  const rows = rowsOf(document.contents, "");
  const text = readFileSync(join(import.meta.dirname, "README.template.md"), "utf8");
  return text.replace(
    "<!-- values -->",
    ["| Value | Default | What it does |", "|---|---|---|", ...rows].join("\n"),
  );
}

/** A row for each value that a comment describes; what has none must be a group of such. */
function rowsOf(map: YAMLMap, prefix: string): string[] {
  return map.items.flatMap((pair, index) => {
    const key = isScalar(pair.key) ? pair.key : undefined;
    const path = `${prefix}${key?.value}`;
    // The comment before the first key of a map belongs to the map.
    const comment = key?.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    const described = comment?.split("\n").findLast((line) => line.startsWith(" -- "));
    if (described) return [`| \`${path}\` | ${shown(pair.value)} | ${described.slice(4)} |`];
    if (isMap(pair.value) && pair.value.items.length > 0) return rowsOf(pair.value, `${path}.`);
    throw new Error(`values.yaml: ${path} has no description.`);
  });
}

function shown(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return plain === "" ? "" : `\`${JSON.stringify(plain).replaceAll("|", "\\|")}\``;
}
