/** Which release in which cluster is meant, and how the programs are told. */
import { UsageError } from "../failures.ts";
import { type Call, quoted } from "./programs.ts";

export interface Target {
  /** Of the kubeconfig; undefined: the current one. */
  context: string | undefined;
  namespace: string;
  release: string;
}

/** Options of every command that speaks with a release. */
export const targetArgs = {
  namespace: {
    type: "string",
    default: "todo-app",
    description: "Namespace (todo-app)",
    valueHint: "name",
  },
  release: { type: "string", default: "todo", description: "Name of the release (todo)", valueHint: "name" },
  context: {
    type: "string",
    description: "Context of the kubeconfig (the current one)",
    valueHint: "name",
  },
} as const;

interface Given {
  namespace: string;
  release: string;
  context?: string | undefined;
}

/** Throws UsageError for names that Kubernetes wouldn't take. */
export function targetOf({ namespace, release, context }: Given): Target {
  for (const [option, name] of Object.entries({ namespace, release }))
    if (!/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/.test(name))
      throw new UsageError(`--${option} takes small letters, digits and dashes, not “${name}”.`);
  return { context, namespace, release };
}

export const kubectl = ({ context, namespace }: Target, args: string[], input?: string): Call => ({
  program: "kubectl",
  args: [...(context ? ["--context", context] : []), "--namespace", namespace, ...args],
  ...(input !== undefined && { input }),
});

export const helm = ({ context, namespace }: Target, args: string[], input?: string): Call => ({
  program: "helm",
  args: [...args, "--namespace", namespace, ...(context ? ["--kube-context", context] : [])],
  ...(input !== undefined && { input }),
});

/** The options by which another command of ours means the same release. */
export function optionsOf({ context, namespace, release }: Target): string {
  return [
    namespace === targetArgs.namespace.default ? "" : ` --namespace ${namespace}`,
    release === targetArgs.release.default ? "" : ` --release ${release}`,
    context ? ` --context ${quoted(context)}` : "",
  ].join("");
}

/** What the release's own objects are found by. */
export const selectorOf = ({ release }: Target) => `app.kubernetes.io/instance=${release}`;
