/** What the cluster says about a release: its revision, pods, Services, autoscalers, and why it isn't ready. */
import { z } from "zod";
import {
  type Autoscaler,
  autoscalers,
  kubernetesList,
  type Pod,
  pods,
  type ServiceState,
  services,
} from "./objects.ts";
import { ProgramFailed, ProgramMissing, run } from "./programs.ts";
import { reasonsOf } from "./reasons.ts";
import { helm, kubectl, selectorOf, type Target } from "./target.ts";
import { DeployError } from "./trouble.ts";

const Revision = z.object({
  revision: z.int(),
  updated: z.string(),
  status: z.string(),
  chart: z.string(),
  app_version: z.string().default(""),
  description: z.string().default(""),
});
export type Revision = z.infer<typeof Revision>;

export interface State {
  release: string;
  namespace: string;
  revision: Revision;
  ready: boolean;
  reasons: string[];
  urls: string[];
  pods: Pod[];
  services: ServiceState[];
  autoscalers: Autoscaler[];
}

const KINDS = "pods,services,horizontalpodautoscalers,configmaps";

/** Throws DeployError when the cluster can't be asked or has no such release. */
export async function readState(target: Target): Promise<State> {
  const [revisions, objects] = await Promise.all([readRevisions(target), readObjects(target, KINDS)]);
  const revision = revisions.at(-1);
  if (!revision) throw noRelease(target);
  const found = pods(objects);
  const reasons = [
    ...(revision.status === "deployed"
      ? []
      : [`Revision ${revision.revision} is ${revision.status}: ${revision.description}`]),
    ...(found.length === 0 ? ["There are no pods."] : []),
    ...reasonsOf(found),
  ];
  return {
    release: target.release,
    namespace: target.namespace,
    revision,
    ready: reasons.length === 0,
    reasons,
    urls: urlsOf(objects),
    pods: found,
    services: services(objects),
    autoscalers: autoscalers(objects),
  };
}

/** Oldest first. Throws DeployError. */
export async function readRevisions(target: Target): Promise<Revision[]> {
  const history = await ask(
    helm(target, ["history", target.release, "--max", "50", "--output", "json"]),
    target,
  );
  return z.array(Revision).parse(JSON.parse(history));
}

/** Objects of the release. Throws DeployError. */
export async function readObjects(target: Target, kinds: string): Promise<unknown[]> {
  const args = ["get", kinds, "--selector", selectorOf(target), "--output", "json"];
  return kubernetesList.parse(JSON.parse(await ask(kubectl(target, args), target))).items;
}

async function ask(call: Parameters<typeof run>[0], target: Target): Promise<string> {
  try {
    return await run(call);
  } catch (error) {
    if (error instanceof ProgramMissing)
      throw new DeployError(`${error.message} Install it, and run this again.`);
    if (!(error instanceof ProgramFailed)) throw error;
    if (/release: not found/i.test(error.message)) throw noRelease(target);
    throw new DeployError(
      `The cluster can't be asked. ${call.program} said: ${error.message.split("\n").at(-1)} See that it runs: \`kubectl cluster-info\`.`,
      { cause: error, unreachable: true },
    );
  }
}

const noRelease = ({ release, namespace }: Target) =>
  new DeployError(
    `There is no release ${release} in the namespace ${namespace}. \`helm list --all-namespaces\` shows what there is, \`todo deploy minikube\` or \`todo deploy cluster\` installs it.`,
  );

/** The address that the pods were told. */
function urlsOf(objects: unknown[]): string[] {
  const Config = z.object({ kind: z.literal("ConfigMap"), data: z.object({ "frontend-url": z.string() }) });
  return objects.flatMap((object) => {
    const { data } = Config.safeParse(object);
    return data?.data["frontend-url"] ? [data.data["frontend-url"]] : [];
  });
}
