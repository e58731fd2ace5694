/** What a release was installed with. It may hold secrets: only what is asked for here leaves this file. */
import { z } from "zod";
import { run } from "./programs.ts";
import { type CarryOptions, carry } from "./steps.ts";
import { helm, type Target } from "./target.ts";

export interface Installed {
  /** The Secret that its values name. */
  secret: string | undefined;
}

/** Nothing was set: Helm says null. */
const Values = z
  .object({ secrets: z.object({ existingSecret: z.string().optional() }).nullish() })
  .nullable();

/**
 * Undefined: there is no such release. Throws DeployError when the cluster
 * can't be asked; for a dry run that is as if there were none.
 */
export async function readInstalled(
  target: Target,
  again: string,
  options: CarryOptions,
): Promise<Installed | undefined> {
  const step = {
    title: "Looking at what was set before",
    call: helm(target, ["get", "values", target.release, "--output", "json"]),
    fine: /release: not found/i,
    next: `\`${again}\``,
  };
  const said = options.dryRun ? await run(step.call).catch(() => "") : await carry(step, options);
  if (!said.trim()) return undefined;
  return { secret: Values.parse(JSON.parse(said))?.secrets?.existingSecret || undefined };
}
