/** Todo on the cluster that kubectl speaks to, with secrets that are put there beforehand. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { note, paint, paintNote, print } from "../output/terminal.ts";
import { images } from "./images.ts";
import { type DeployPlan, installStep } from "./install.ts";
import { readInstalled } from "./last-values.ts";
import { plainValues, secretData, secretsIn } from "./settings.ts";
import { readState } from "./state.ts";
import { type CarryOptions, carry, type Step } from "./steps.ts";
import { kubectl, optionsOf, type Target } from "./target.ts";
import { DeployError } from "./trouble.ts";

export interface ClusterOptions {
  /** Files of values instead of the chart's for production. */
  files: string[];
  set: string[];
  registry: string | undefined;
  push: boolean;
  /** Name of the Secret that the `.env` is put into, where one was given. */
  secret: string | undefined;
  rollbackOption?: string | undefined;
}

const SECRET = "todo-secrets";

/** Installs, or shows how, and tells where the app is. Throws DeployError. */
export async function deployCluster(plan: DeployPlan, given: ClusterOptions): Promise<void> {
  const { target, projectDir, settings, dryRun, reset, again, signal } = plan;
  const options: CarryOptions = { dryRun, secrets: secretsIn(settings), signal };

  const installed = await readInstalled(target, again, options);
  const past = { installed: installed !== undefined, reset };
  // Values of one's own, now or then, have their own way.
  const usual = given.files.length > 0 ? undefined : installed && !reset ? installed.secret : SECRET;
  const secret = given.secret ?? usual;

  if (given.push && given.registry)
    for (const step of pushSteps(projectDir, given.registry, again)) await carry(step, options);
  const roll = secret ? await putSecret(plan, secret, options) : {};
  const values = { ...plainValues(settings), ...roll };
  await carry(
    installStep({
      target,
      projectDir,
      files: given.files,
      preset: "values-prod.yaml",
      set: [
        ...(secret ? [`secrets.existingSecret=${secret}`] : []),
        ...(given.registry ? [`imageRegistry=${given.registry}`] : []),
        ...given.set,
      ],
      values,
      rollbackOption: given.rollbackOption,
      past,
      again,
    }),
    options,
  );
  if (dryRun) return;
  const { urls } = await readState(target);
  print(`${paint("green", "✓")} ${target.release} is installed in ${target.namespace}.`);
  for (const url of urls) print(`  ${url}`);
  note(
    paintNote(
      "dim",
      `Look at it: todo status${optionsOf(target)} · measure it: todo verify${optionsOf(target)}`,
    ),
  );
}

const pushSteps = (folder: string, registry: string, again: string): Step[] =>
  images.flatMap(({ component, tag, dockerfile }) => {
    const name = `${registry.replace(/\/+$/, "")}/${tag}`;
    return [
      {
        title: `Building the ${component}`,
        call: { program: "docker", args: ["build", "--tag", name, "--file", dockerfile, "."], folder },
        next: `mend what it says, then: \`${again}\`.`,
      },
      {
        title: `Pushing ${name}`,
        call: { program: "docker", args: ["push", name] },
        next: `\`docker login ${registry.split("/")[0]}\`, then: \`${again}\`.`,
      },
    ] satisfies Step[];
  });

/**
 * Makes or completes the Secret, and gives values that roll the pods when it
 * changed: Kubernetes doesn't do that by itself.
 */
async function putSecret(
  { target, settings, dryRun, again }: DeployPlan,
  name: string,
  options: CarryOptions,
): Promise<Record<string, unknown>> {
  const known = await dataOf(target, name, options, again);
  const data = { ...known, ...encoded(secretData(settings)) };
  if (!dryRun && !data["database-url"])
    throw new DeployError(
      `The database's address is missing. Put DATABASE_URL=postgresql://… into .env, or make the Secret ${name} with the key database-url. Then: \`${again}\`.`,
    );
  const made = encoded({ "better-auth-secret": randomBytes(36).toString("base64url") });

  await carry(
    {
      title: `Making the namespace ${target.namespace}`,
      call: { program: "kubectl", args: [...contextOf(target), "create", "namespace", target.namespace] },
      // Whoever may not make one may work in one that is there; the next step finds out.
      fine: /already exists|forbidden/i,
      next: `\`${again}\``,
    },
    options,
  );
  // What was there is in it: the server would take away what we put there once and leave out now.
  const manifest = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name },
    type: "Opaque",
    data: { ...made, ...data },
  };
  // On the server's side: on ours, kubectl would keep a copy of it in an annotation.
  const args = ["apply", "--server-side", "--force-conflicts", "--field-manager", "todo", "--filename", "-"];
  await carry(
    {
      title: `Putting the secrets into ${name}`,
      call: kubectl(target, args, JSON.stringify(manifest)),
      inputInWords: `the Secret ${name}`,
      next: `see that you may write Secrets: \`kubectl auth can-i create secrets --namespace ${target.namespace}\`. Then: \`${again}\`.`,
    },
    { ...options, secrets: [...options.secrets, ...Object.values(manifest.data)] },
  );
  const version = await carry(
    {
      title: "Looking at the Secret",
      call: kubectl(target, ["get", "secret", name, "--output", "jsonpath={.metadata.resourceVersion}"]),
      next: `\`${again}\``,
    },
    options,
  );
  return version ? { backend: { podAnnotations: { "todo/secret-version": version.trim() } } } : {};
}

/** In base64; empty when there is no such Secret. One that can't be read is not written either: it may hold more. */
async function dataOf(
  target: Target,
  name: string,
  options: CarryOptions,
  again: string,
): Promise<Record<string, string>> {
  const args = ["get", "secret", name, "--ignore-not-found", "--output", "json"];
  const found = await carry(
    { title: `Looking for the Secret ${name}`, call: kubectl(target, args), next: `\`${again}\`` },
    options,
  );
  return found.trim() ? (SecretObject.parse(JSON.parse(found)).data ?? {}) : {};
}

const SecretObject = z.object({ data: z.record(z.string(), z.string()).optional() });

const encoded = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString("base64")]),
  );

const contextOf = ({ context }: Target) => (context ? ["--context", context] : []);
