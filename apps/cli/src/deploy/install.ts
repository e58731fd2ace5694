/** The step that both ways share: Helm installs or upgrades the release and waits until it is ready. */
import { join } from "node:path";
import { chartOf } from "./images.ts";
import type { Settings } from "./settings.ts";
import { readState } from "./state.ts";
import type { Step } from "./steps.ts";
import { helm, optionsOf, type Target } from "./target.ts";

export interface Install {
  target: Target;
  projectDir: string;
  /** Files of values: those of the chart by name, others by path. */
  files: string[];
  set: string[];
  /** Values that nobody may see, or that are known only now. */
  values: Record<string, unknown>;
  /** Undoes an upgrade that doesn't get ready; as this Helm calls it. */
  rollbackOption?: string | undefined;
  again: string;
}

export interface DeployPlan {
  target: Target;
  projectDir: string;
  settings: Settings;
  dryRun: boolean;
  signal?: AbortSignal | undefined;
}

const TIMEOUT = "10m";

export function installStep({
  target,
  projectDir,
  files,
  set,
  values,
  rollbackOption,
  again,
}: Install): Step {
  const chart = chartOf(projectDir);
  const args = [
    "upgrade",
    "--install",
    target.release,
    chart,
    "--create-namespace",
    ...files.flatMap((file) => ["--values", file]),
    ...set.flatMap((value) => ["--set", value]),
    "--values",
    "-",
    "--wait",
    "--timeout",
    TIMEOUT,
    ...(rollbackOption ? [rollbackOption] : []),
  ];
  return {
    title: `Installing ${target.release} in ${target.namespace}`,
    call: helm(target, args, JSON.stringify(values)),
    inputInWords: "values with the secrets",
    next: `\`todo status${optionsOf(target)}\` shows what is wrong, \`todo rollback${optionsOf(target)}\` brings back what ran before. Then: \`${again}\`.`,
    explain: async () => {
      const { reasons } = await readState(target);
      return reasons.map((reason) => `- ${reason}`).join("\n");
    },
  };
}

export const preset = (projectDir: string, name: string) => join(chartOf(projectDir), name);
