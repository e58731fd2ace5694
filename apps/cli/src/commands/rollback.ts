/** `todo rollback [revision]`: brings back an earlier revision of the release. The database's schema stays as it is. */
import { defineCommand } from "citty";
import { showState } from "../deploy/show-state.ts";
import { type Revision, readRevisions, readState } from "../deploy/state.ts";
import { carry } from "../deploy/steps.ts";
import { helm, optionsOf, targetArgs, targetOf } from "../deploy/target.ts";
import { DeployError } from "../deploy/trouble.ts";
import { exitCodes, UsageError } from "../failures.ts";
import { isInteractive, note, printJson } from "../output/terminal.ts";
import { askYesOrNo } from "../questions.ts";

export const rollbackCommand = defineCommand({
  meta: { name: "rollback", description: "Bring back an earlier revision in the cluster" },
  args: {
    REVISION: {
      type: "positional",
      required: false,
      description: "Its number; left out: the last that worked before this one",
    },
    ...targetArgs,
    "dry-run": { type: "boolean", description: "Only print the command" },
    yes: { type: "boolean", alias: "y", description: "Don't ask" },
    json: { type: "boolean", description: "Print the state afterwards as JSON" },
  },
  async run({ args }) {
    const target = targetOf(args);
    const revisions = await readRevisions(target);
    const to = args.REVISION === undefined ? lastGood(revisions) : named(revisions, args.REVISION);
    const from = revisions.at(-1)?.revision;
    note(`From revision ${from} to ${to.revision}: ${to.chart}, app ${to.app_version}, of ${to.updated}.`);
    note("The schema of the database stays: the earlier version works on it.");
    const dryRun = args["dry-run"] ?? false;
    if (!dryRun && !args.yes && !(await agreed())) throw new UsageError("Nothing was changed.");

    const again = optionsOf(target);
    await carry(
      {
        title: `Rolling back to revision ${to.revision}`,
        call: helm(target, ["rollback", target.release, String(to.revision), "--wait", "--timeout", "10m"]),
        next: `\`todo status${again}\` shows what is wrong. Another revision: \`todo rollback REVISION${again}\`.`,
      },
      { dryRun, secrets: [] },
    );
    if (dryRun) return;
    const state = await readState(target);
    if (!state.ready) process.exitCode = exitCodes.refused;
    if (args.json) printJson(state);
    else showState(state);
  },
});

async function agreed(): Promise<boolean> {
  if (!isInteractive()) throw new UsageError("Without a terminal there is nobody to ask: add --yes.");
  return askYesOrNo("Go back?");
}

/** The latest before the current one that ever ran; Helm's own choice may be one that failed. */
function lastGood(revisions: Revision[]): Revision {
  const good = revisions.slice(0, -1).findLast(({ status }) => ["deployed", "superseded"].includes(status));
  if (good) return good;
  throw new DeployError(
    "There is no earlier revision that worked. `helm history` shows what there was; `todo deploy` installs anew.",
  );
}

function named(revisions: Revision[], written: string): Revision {
  const found = revisions.find(({ revision }) => String(revision) === written);
  if (found) return found;
  const known = revisions.map(({ revision }) => revision).join(", ");
  throw new UsageError(`There is no revision ${written}. There are ${known}.`);
}
