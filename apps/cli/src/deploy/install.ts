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
  /** Files of values that were given. */
  files: string[];
  /** The chart's file for where it is installed; used when no other is, and when it isn't installed yet. */
  preset: string;
  set: string[];
  /** Values that nobody may see, or that are known only now. */
  values: Record<string, unknown>;
  /** Undoes an upgrade that doesn't get ready; as this Helm calls it. */
  rollbackOption?: string | undefined;
  past: Past;
  again: string;
}

/** What was set before, and what becomes of it. */
interface Past {
  /** Whether the release is there already. */
  installed: boolean;
  /** Whether it is forgotten. */
  reset: boolean;
}

export interface DeployPlan {
  target: Target;
  projectDir: string;
  settings: Settings;
  dryRun: boolean;
  /** Whether what was set before is forgotten. */
  reset: boolean;
  /** The command that was typed. */
  again: string;
  signal?: AbortSignal | undefined;
}

const TIMEOUT = "10m";

export function installStep({
  target,
  projectDir,
  files: given,
  preset,
  set,
  values,
  rollbackOption,
  past,
  again,
}: Install): Step {
  const chart = chartOf(projectDir);
  const keeps = past.installed && !past.reset;
  // The preset is among what was set before, under what was changed since: given again, it would lie above.
  const usual = given.length > 0 || keeps ? [] : [join(chart, preset)];
  const args = [
    "upgrade",
    "--install",
    target.release,
    chart,
    "--create-namespace",
    keeps ? "--reset-then-reuse-values" : "--reset-values",
    // The later ones win: what the `.env` says over the preset, what was typed over both.
    ...[...usual, "-", ...given].flatMap((file) => ["--values", file]),
    ...set.flatMap((value) => ["--set", value]),
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
