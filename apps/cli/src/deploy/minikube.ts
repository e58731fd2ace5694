/** Todo on minikube: a cluster on this machine, images built inside it, and a database beside them. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../failures.ts";
import { note, paint, paintNote, print } from "../output/terminal.ts";
import { copyInWords, withBuildContext } from "./build-context.ts";
import { images } from "./images.ts";
import { type DeployPlan, installStep } from "./install.ts";
import { readInstalled } from "./last-values.ts";
import { type Call, written } from "./programs.ts";
import { chartSecrets, plainValues, secretsIn } from "./settings.ts";
import { type CarryOptions, carry, type Step } from "./steps.ts";
import { optionsOf, type Target } from "./target.ts";
import { DeployError } from "./trouble.ts";

export interface Machine {
  profile: string;
  cpus: number;
  memory: string;
  disk: string;
}

const ENOUGH = { cpus: 4, gigabytes: 8 };
const LEAST = { cpus: 2, gigabytes: 4 };
const HOST = "todo.local";

/** Throws UsageError when the machine would be too small; gives what to warn of. */
export function warningOf({ cpus, memory, disk }: Machine): string | undefined {
  const gigabytes = gigabytesOf("memory", memory);
  if (gigabytesOf("disk", disk) < 10) throw new UsageError("--disk takes 10g or more.");
  if (!Number.isInteger(cpus) || cpus < LEAST.cpus || gigabytes < LEAST.gigabytes)
    throw new UsageError(
      `Todo on minikube takes at least --cpus ${LEAST.cpus} --memory ${LEAST.gigabytes}g.`,
    );
  if (cpus >= ENOUGH.cpus && gigabytes >= ENOUGH.gigabytes) return undefined;
  return `${cpus} CPUs and ${memory} are enough to try it; ${ENOUGH.cpus} and ${ENOUGH.gigabytes}g are better.`;
}

function gigabytesOf(option: string, written: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(m|mb|g|gb)$/i.exec(written) ?? [];
  if (!number || !unit) throw new UsageError(`--${option} takes a size such as 8g, not “${written}”.`);
  return unit.toLowerCase().startsWith("m") ? Number(number) / 1024 : Number(number);
}

/** Installs, or shows how, and tells where the app is. Throws DeployError. */
export async function deployMinikube(
  plan: DeployPlan & { rollbackOption?: string | undefined },
  machine: Machine,
): Promise<void> {
  const { target, projectDir, settings, dryRun, reset, again, signal } = plan;
  const options: CarryOptions = { dryRun, secrets: secretsIn(settings), signal };
  const minikube = minikubeOf(machine.profile);

  for (const step of clusterSteps(machine, again)) await carry(step, options);
  await inContext(projectDir, dryRun, async (folder) => {
    for (const step of buildSteps(machine.profile, folder, projectDir, again)) await carry(step, options);
  });
  await carry(ingressStep(target, again), options);
  const listed = await carry(
    {
      title: "Looking at the images",
      call: minikube("image", "ls", "--format", "json"),
      next: `\`${again}\``,
    },
    options,
  );
  const values = {
    ...chartSecrets(settings),
    ...plainValues(settings),
    ...(dryRun ? {} : rolledBy(listed, projectDir)),
  };
  const past = { installed: (await readInstalled(target, again, options)) !== undefined, reset };
  await carry(
    installStep({
      target,
      projectDir,
      files: [],
      preset: "values-minikube.yaml",
      set: [],
      values,
      rollbackOption: plan.rollbackOption,
      past,
      again,
    }),
    options,
  );
  const address = await carry(
    { title: "Asking for the address", call: minikube("ip"), next: "`minikube status`" },
    options,
  );
  if (!dryRun) tell(address.trim(), target);
}

const minikubeOf =
  (profile: string) =>
  (...args: string[]): Call => ({ program: "minikube", args: ["--profile", profile, ...args] });

function clusterSteps({ profile, cpus, memory, disk }: Machine, again: string): Step[] {
  const minikube = minikubeOf(profile);
  const start = minikube("start", "--cpus", String(cpus), "--memory", memory, "--disk-size", disk);
  return [
    {
      title: `Starting minikube with ${cpus} CPUs and ${memory} of memory`,
      call: start,
      next: `\`minikube logs --profile ${profile}\` tells more; \`minikube delete --profile ${profile}\` begins anew. Then: \`${again}\`.`,
    },
    ...["ingress", "metrics-server"].map((addon) => ({
      title: `Switching ${addon} on`,
      call: minikube("addons", "enable", addon),
      next: `\`${again}\`: this can be repeated.`,
    })),
  ];
}

const buildSteps = (profile: string, folder: string, projectDir: string, again: string): Step[] =>
  images.map(({ component, tag, dockerfile }) => ({
    title: `Building the ${component} inside minikube`,
    call: {
      ...minikubeOf(profile)("image", "build", "--tag", tag, "--file", dockerfile, "."),
      folder,
    },
    next: `\`${buildAlone(projectDir, dockerfile)}\` shows all of the build. Then: \`${again}\`.`,
  }));

const buildAlone = (folder: string, dockerfile: string) =>
  written({ program: "docker", args: ["build", "--file", dockerfile, "."], folder });

/** The controller refuses routes until it runs. */
const ingressStep = ({ context }: Target, again: string): Step => ({
  title: "Waiting for the ingress controller",
  call: {
    program: "kubectl",
    args: [
      ...(context ? ["--context", context] : []),
      "--namespace",
      "ingress-nginx",
      "wait",
      "--for",
      "condition=Available",
      "deployment/ingress-nginx-controller",
      "--timeout",
      "300s",
    ],
  },
  next: `\`kubectl get pods --namespace ingress-nginx\`. Then: \`${again}\`.`,
});

/**
 * An image that was built anew has the same name, so its id is what rolls the
 * pods. Minikube may end well when a build failed; then the image is missing.
 */
function rolledBy(
  listed: string,
  projectDir: string,
): Record<string, { podAnnotations: Record<string, string> }> {
  const found = imagesIn(listed);
  return Object.fromEntries(
    images.map(({ component, tag, dockerfile }) => {
      const image = found.find(({ tags }) => tags.some((one) => one === tag || one.endsWith(`/${tag}`)));
      if (!image)
        throw new DeployError(
          `${tag} isn't in minikube: building it failed. \`${buildAlone(projectDir, dockerfile)}\` shows why.`,
        );
      return [component, { podAnnotations: { "todo/image": image.id } }];
    }),
  );
}

function imagesIn(listed: string): { id: string; tags: string[] }[] {
  const parsed: unknown = JSON.parse(listed);
  if (!Array.isArray(parsed)) return [];
  return parsed.map((one: { id?: unknown; repoTags?: unknown }) => ({
    id: String(one.id ?? ""),
    tags: Array.isArray(one.repoTags) ? one.repoTags.map(String) : [],
  }));
}

async function inContext(projectDir: string, dryRun: boolean, work: (folder: string) => Promise<void>) {
  if (!dryRun) return withBuildContext(projectDir, work);
  const folder = join(tmpdir(), "todo-build");
  print(copyInWords(projectDir, folder));
  await work(folder);
}

function tell(address: string, target: Target): void {
  print(`${paint("green", "✓")} Todo is at http://${HOST}`);
  print(`  The name has to lead there, so put this line into /etc/hosts:`);
  print(`    ${address} ${HOST}`);
  if (process.platform !== "linux") {
    print(
      "  On this system the address is reached through a tunnel. Leave it running, with 127.0.0.1 in the line:",
    );
    print(`    minikube tunnel${target.context ? ` --profile ${target.context}` : ""}`);
  }
  note(
    paintNote(
      "dim",
      `Look at it: todo status${optionsOf(target)} · measure it: todo verify${optionsOf(target)}`,
    ),
  );
}
