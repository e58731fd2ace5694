/** `todo status`: what runs in the cluster, and why it isn't ready. Exits with 1 when it isn't. */
import { defineCommand } from "citty";
import { showState } from "../deploy/show-state.ts";
import { readState } from "../deploy/state.ts";
import { targetArgs, targetOf } from "../deploy/target.ts";
import { exitCodes } from "../failures.ts";
import { printJson } from "../output/terminal.ts";

export const statusCommand = defineCommand({
  meta: { name: "status", description: "Show what runs in the cluster" },
  args: { ...targetArgs, json: { type: "boolean", description: "Print it as JSON" } },
  async run({ args }) {
    const state = await readState(targetOf(args));
    if (!state.ready) process.exitCode = exitCodes.refused;
    if (args.json) printJson(state);
    else showState(state);
  },
});
