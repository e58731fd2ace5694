/** Whether the programs are here and new enough; what is missing is told at once, with where to get it. */
import { type Call, type Program, ProgramFailed, ProgramMissing, run } from "./programs.ts";
import { DeployError } from "./trouble.ts";

interface Tool {
  call: Call;
  /** Oldest version that works. */
  least: [major: number, minor: number];
  get: string;
  /** What to do when it is here and fails. */
  mend: string;
}

const tools: Record<Program, Tool> = {
  docker: {
    call: { program: "docker", args: ["version", "--format", "{{.Server.Version}}"] },
    least: [20, 10],
    get: "Install Docker Desktop or Docker Engine, from docs.docker.com/get-docker.",
    mend: "Start Docker, and see that `docker version` works without sudo.",
  },
  minikube: {
    call: { program: "minikube", args: ["version", "--short"] },
    least: [1, 30],
    get: "Install minikube, from minikube.sigs.k8s.io/docs/start.",
    mend: "See what `minikube version` says.",
  },
  kubectl: {
    call: { program: "kubectl", args: ["version", "--client", "--output", "json"] },
    least: [1, 25],
    get: "Install kubectl, from kubernetes.io/docs/tasks/tools.",
    mend: "See what `kubectl version --client` says.",
  },
  helm: {
    call: { program: "helm", args: ["version", "--template", "{{.Version}}"] },
    least: [3, 14],
    get: "Install Helm 3.14 or later, from helm.sh/docs/intro/install.",
    mend: "See what `helm version` says.",
  },
};

export const versionCallOf = (program: Program): Call => tools[program].call;

/** Versions by program. Throws one DeployError that names everything that is missing, too old or broken. */
export async function checkTools(programs: Program[]): Promise<Map<Program, string>> {
  const looked = await Promise.all(programs.map(async (program) => ({ program, ...(await look(program)) })));
  const troubles = looked.flatMap(({ trouble }) => trouble ?? []);
  if (troubles.length > 0) throw new DeployError(troubles.join("\n  "));
  return new Map(looked.map(({ program, version = "" }) => [program, version]));
}

async function look(program: Program): Promise<{ version?: string; trouble?: string }> {
  const { call, least, get, mend } = tools[program];
  try {
    const said = await run(call);
    const [version, major, minor] = /(\d+)\.(\d+)(?:\.\d+)?/.exec(said) ?? [];
    if (!version) return { trouble: `${program} doesn't say which version it is. ${mend}` };
    if (isAtLeast([Number(major), Number(minor)], least)) return { version };
    return { trouble: `${program} ${version} is too old: ${least.join(".")} or later is needed. ${get}` };
  } catch (error) {
    if (error instanceof ProgramMissing) return { trouble: `${program} is missing. ${get}` };
    if (error instanceof ProgramFailed)
      return { trouble: `${program} doesn't work: ${error.message.split("\n").at(-1)} ${mend}` };
    throw error;
  }
}

const isAtLeast = ([major, minor]: number[], [leastMajor, leastMinor]: [number, number]) =>
  major! > leastMajor || (major === leastMajor && minor! >= leastMinor);

/** Helm 4 gave the option another name. */
export const rollbackOption = (helmVersion: string) =>
  helmVersion.startsWith("3.") ? "--atomic" : "--rollback-on-failure";
