/** `todo deploy minikube` and `todo deploy cluster`: installs the chart, or upgrades what it installed. */
import { join } from "node:path";
import { type ArgsDef, defineCommand } from "citty";
import { readArguments } from "../arguments.ts";
import { untilInterrupted } from "../backup/interruption.ts";
import { type ClusterOptions, deployCluster } from "../deploy/cluster.ts";
import { findProject } from "../deploy/images.ts";
import { deployMinikube, type Machine, warningOf } from "../deploy/minikube.ts";
import { type Program, run } from "../deploy/programs.ts";
import { readSettings } from "../deploy/settings.ts";
import { targetArgs, targetOf } from "../deploy/target.ts";
import { checkTools, rollbackOption, versionCallOf } from "../deploy/tools.ts";
import { typedAgain } from "../deploy/typed.ts";
import { UsageError } from "../failures.ts";
import { isInteractive, note, paintNote } from "../output/terminal.ts";
import { askYesOrNo } from "../questions.ts";

const declared = {
  WHERE: {
    type: "positional",
    required: false,
    description: "minikube, or cluster: the one kubectl speaks to",
  },
  ...targetArgs,
  "env-file": {
    type: "string",
    description: "File with the secrets (.env of the project)",
    valueHint: "file",
  },
  "dry-run": { type: "boolean", description: "Only print the commands" },
  "reset-values": { type: "boolean", description: "Forget what was set before" },
  "rollback-on-failure": { type: "boolean", description: "Go back by itself when it doesn't get ready" },
  yes: { type: "boolean", alias: "y", description: "Don't ask" },
  profile: {
    type: "string",
    default: "minikube",
    description: "Minikube: its profile (minikube)",
    valueHint: "name",
  },
  cpus: { type: "string", default: "4", description: "Minikube: CPUs (4)", valueHint: "number" },
  memory: { type: "string", default: "8g", description: "Minikube: memory (8g)", valueHint: "size" },
  disk: { type: "string", default: "20g", description: "Minikube: disk (20g)", valueHint: "size" },
  values: {
    type: "string",
    description: "Cluster: values instead of values-prod.yaml; may be repeated",
    valueHint: "file",
  },
  set: { type: "string", description: "Cluster: one value; may be repeated", valueHint: "name=value" },
  secret: {
    type: "string",
    description:
      "Cluster: Secret that the .env is put into (todo-secrets; with --values: none; later: the same)",
    valueHint: "name",
  },
  "image-registry": { type: "string", description: "Cluster: where the images are", valueHint: "registry" },
  push: { type: "boolean", description: "Cluster: build the images and push them there" },
} satisfies ArgsDef;

export const deployCommand = defineCommand({
  meta: { name: "deploy", description: "Install Todo on minikube or a cluster, or upgrade it" },
  args: declared,
  async run({ args, rawArgs }) {
    const where = args.WHERE;
    if (where !== "minikube" && where !== "cluster")
      throw new UsageError("Say where: `todo deploy minikube`, or `todo deploy cluster`.");
    const { options } = readArguments(declared, rawArgs);
    refuseStrangers(where, [...options.keys()]);
    const machine: Machine = {
      profile: args.profile,
      cpus: Number(args.cpus),
      memory: args.memory,
      disk: args.disk,
    };
    const warning = where === "minikube" ? warningOf(machine) : undefined;
    const cluster = clusterOptions(options);
    const target = targetOf(where === "minikube" ? { ...args, context: args.profile } : args);
    const projectDir = findProject();
    const settings = readSettings(args["env-file"], join(projectDir, ".env"));
    const dryRun = args["dry-run"] ?? false;

    const helmVersion = dryRun ? await helmVersionOrNewest() : await checked(where, cluster.push);
    if (warning) note(paintNote("yellow", `! ${warning}`));
    if (!dryRun && !args.yes) await ask(where, machine, target.context);
    const back = args["rollback-on-failure"] ? rollbackOption(helmVersion) : undefined;

    await untilInterrupted((signal) => {
      const plan = {
        target,
        projectDir,
        settings,
        dryRun,
        reset: args["reset-values"] ?? false,
        again: typedAgain(where, options),
        signal,
        rollbackOption: back,
      };
      return where === "minikube"
        ? deployMinikube(plan, machine)
        : deployCluster(plan, { ...cluster, rollbackOption: back });
    });
  },
});

const onlyMinikube = ["profile", "cpus", "memory", "disk"];
const onlyCluster = ["values", "set", "secret", "image-registry", "push", "context"];

/** An option that would do nothing was meant for something. */
function refuseStrangers(where: "minikube" | "cluster", given: string[]): void {
  const strangers = where === "minikube" ? onlyCluster : onlyMinikube;
  const stranger = given.find((option) => strangers.includes(option));
  if (!stranger) return;
  const right = where === "minikube" ? "cluster" : "minikube";
  throw new UsageError(`--${stranger} belongs to \`todo deploy ${right}\`.`);
}

function clusterOptions(options: Map<string, (string | boolean)[]>): ClusterOptions {
  const all = (name: string) => (options.get(name) ?? []).filter((value) => typeof value === "string");
  const files = all("values");
  const set = all("set");
  const secret = set.find((value) => /^(secrets\.(?!existingSecret|keys)|postgresql\.password)/.test(value));
  if (secret)
    throw new UsageError(
      `${secret.split("=")[0]} is secret, and every user of this machine can read arguments. Put it into .env.`,
    );
  const registry = all("image-registry").at(-1);
  const push = options.get("push")?.at(-1) === true;
  if (push && !registry) throw new UsageError("--push needs --image-registry: where to?");
  return {
    files,
    set,
    registry,
    push,
    secret: all("secret").at(-1),
  };
}

async function checked(where: "minikube" | "cluster", push: boolean): Promise<string> {
  const needed: Program[] =
    where === "minikube"
      ? ["docker", "minikube", "kubectl", "helm"]
      : [...(push ? (["docker"] as const) : []), "kubectl", "helm"];
  const versions = await checkTools(needed);
  note(paintNote("dim", [...versions].map(([program, version]) => `${program} ${version}`).join(", ")));
  return versions.get("helm") ?? "";
}

/** The commands can be read where Helm isn't installed. */
const helmVersionOrNewest = () =>
  run(versionCallOf("helm")).then(
    (said) => said.trim().replace(/^v/, ""),
    () => "4",
  );

async function ask(
  where: "minikube" | "cluster",
  machine: Machine,
  context: string | undefined,
): Promise<void> {
  if (!isInteractive()) {
    if (where === "minikube") return;
    throw new UsageError("Without a terminal there is nobody to ask: add --yes.");
  }
  const current = { program: "kubectl", args: ["config", "current-context"] } as const;
  const question =
    where === "minikube"
      ? `Start minikube with ${machine.cpus} CPUs and ${machine.memory} of memory, and install Todo there?`
      : `Install Todo on ${context ?? (await run({ ...current, args: [...current.args] })).trim()}?`;
  if (!(await askYesOrNo(question))) throw new UsageError("Nothing was changed.");
}
