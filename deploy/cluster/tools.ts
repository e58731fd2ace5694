/** Puts helm and kubectl in reach where they aren't, and looks whether there is a cluster. */
import { chmodSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { helmPath } from "../chart/tools.ts";
import { run, works } from "../images/shell.ts";

/** Changes PATH of this process, so that what it starts finds them too. */
export async function findTools(): Promise<void> {
  if ((await works("helm", "version")) && (await works("kubectl", "version", "--client"))) return;
  const helm = helmPath("helm4");
  const kubectl = join(dirname(helm), "..", "kubectl", "kubectl");
  chmodSync(kubectl, 0o755);
  process.env.PATH = [dirname(helm), dirname(kubectl), process.env.PATH].join(delimiter);
}

/** The version that the cluster's own server tells; undefined without a cluster. */
export async function clusterVersion(): Promise<string | undefined> {
  try {
    const said = await run("kubectl", ["version", "--output", "json", "--request-timeout", "10s"], {
      timeoutMs: 30_000,
    });
    const { serverVersion }: { serverVersion?: { gitVersion?: string } } = JSON.parse(said);
    return serverVersion?.gitVersion;
  } catch {
    return undefined;
  }
}

const DATABASE = "postgres:18-bookworm";

/** Brings images into a cluster of this machine; any other has to have them. */
export async function loadImages(images: string[], say: (line: string) => void): Promise<void> {
  const load = await loaderOf();
  if (!load) return say("The cluster is expected to have the images, or to pull them.");
  for (const image of [...images, DATABASE]) {
    if (await works("docker", "image", "inspect", image)) {
      await load(image);
      say(`Loaded ${image}.`);
    } else if (image !== DATABASE)
      throw new Error(`${image} is not built. Build it first: npm run test:images, or docker compose build.`);
  }
}

async function loaderOf(): Promise<((image: string) => Promise<unknown>) | undefined> {
  const said = await run("kubectl", ["get", "nodes", "--output", "json"]);
  const {
    items,
  }: { items: { metadata: { labels?: Record<string, string> }; spec: { providerID?: string } }[] } =
    JSON.parse(said);
  const [node] = items;
  const kind = /^kind:\/\/[^/]*\/([^/]+)\//.exec(node?.spec.providerID ?? "")?.[1];
  if (kind) return (image) => run("kind", ["load", "docker-image", "--name", kind, image]);
  const minikube = node?.metadata.labels?.["minikube.k8s.io/name"];
  return minikube ? (image) => run("minikube", ["--profile", minikube, "image", "load", image]) : undefined;
}
