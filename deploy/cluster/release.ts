/** A release of its own namespace, installed by Helm and looked at by our own commands. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { CommandFailed, run } from "../images/shell.ts";

const project = join(import.meta.dirname, "..", "..");
const chart = join(project, "charts", "todo-app");

export interface Release {
  namespace: string;
  /** Makes the namespace, as strict about pods as Kubernetes can be. */
  prepare: () => Promise<void>;
  install: (...set: string[]) => Promise<void>;
  /** An upgrade that is to fail. Whether it did. */
  breaks: (value: string) => Promise<boolean>;
  /** Whether `helm test` ends well. */
  passesTest: () => Promise<boolean>;
  /** Runs a command of `todo` for this release. */
  todo: (...args: string[]) => Promise<{ ok: boolean; said: string }>;
  /** Changes when the Secret does, and shows nothing of it. */
  secretHash: () => Promise<string>;
  remove: () => Promise<void>;
}

const BROKEN_AFTER = "90s";

export function openRelease(namespace: string): Release {
  const upgrade = (timeout: string, given: string[]) =>
    run("helm", [
      "upgrade",
      "--install",
      "todo",
      chart,
      "--namespace",
      namespace,
      "--values",
      join(chart, "values-minikube.yaml"),
      // No controller is expected, and nobody comes from outside.
      "--set",
      "ingress.enabled=false",
      ...given,
      "--wait",
      "--timeout",
      timeout,
    ]);
  return {
    namespace,
    async prepare() {
      await run("kubectl", ["create", "namespace", namespace]);
      const strict = "pod-security.kubernetes.io/enforce=restricted";
      await run("kubectl", ["label", "namespace", namespace, strict]);
    },
    install: async (...set) =>
      void (await upgrade(
        "10m",
        set.flatMap((value) => ["--set", value]),
      )),
    breaks: async (value) => !(await ends(upgrade(BROKEN_AFTER, ["--set-string", value]))),
    passesTest: () => ends(run("helm", ["test", "todo", "--namespace", namespace, "--timeout", "5m"])),
    todo: (...args) =>
      run(
        process.execPath,
        [join(project, "apps", "cli", "bin", "todo.mjs"), ...args, "--namespace", namespace],
        {
          shown: true,
        },
      ).then(
        (said) => ({ ok: true, said }),
        (error: unknown) => {
          if (error instanceof CommandFailed) return { ok: false, said: error.output };
          throw error;
        },
      ),
    async secretHash() {
      const said = await run("kubectl", [
        "get",
        "secret",
        "todo-secrets",
        "--namespace",
        namespace,
        "--output",
        "jsonpath={.data}",
      ]);
      return createHash("sha256").update(said).digest("hex");
    },
    remove: async () =>
      void (await run("kubectl", [
        "delete",
        "namespace",
        namespace,
        "--ignore-not-found",
        "--timeout",
        "300s",
      ])),
  };
}

/** Whether the program ended well. */
const ends = (running: Promise<unknown>): Promise<boolean> =>
  running.then(
    () => true,
    (error: unknown) => {
      if (error instanceof CommandFailed) return false;
      throw error;
    },
  );
