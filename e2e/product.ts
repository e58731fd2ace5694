/** Vitest's global setup: the built product, started as a person starts it, in an empty data folder. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    productUrl: string;
    apiUrl: string;
  }
}

const READY = /^Todo is ready at (\S+)$/m;

export default async function setup(project: TestProject) {
  // Unpacked once, for all who launch it.
  await chromium.executablePath();
  const product = await startProduct();
  project.provide("productUrl", product.url);
  project.provide("apiUrl", product.apiUrl);
  return product.stop;
}

export interface Product {
  url: string;
  apiUrl: string;
  /** Number of the API's process, which may be another after a while. */
  apiPid: () => Promise<number>;
  stop: () => Promise<void>;
}

/** Started as a person starts it, in an empty data folder. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), "todo-e2e-"));
  // The database of a test that runs as root is another user's.
  await chmod(dataFolder, 0o755);
  const [port, apiPort] = [await freePort(), await freePort()];
  const product = spawn(process.execPath, [join("apps", "cli", "bin", "todo.mjs"), "start"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      API_PORT: String(apiPort),
      TODO_DATA_DIR: dataFolder,
      ...environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  product.stdout.setEncoding("utf8");
  for await (const chunk of product.stdout.iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (READY.test(said)) break;
  }
  const ready = READY.exec(said);
  if (!ready) throw new Error(`The product did not start. It said:\n${said}`);
  product.stdout.resume();

  return {
    url: ready[1]!,
    apiUrl: `http://127.0.0.1:${apiPort}`,
    apiPid: () => processOf(dataFolder, "apps/api/dist/main.mjs"),
    async stop() {
      const ended = once(product, "exit");
      product.kill("SIGINT");
      const [code] = await ended;
      await rm(dataFolder, { recursive: true, force: true });
      if (code !== 0) throw new Error(`The product ended with ${code} on Ctrl-C.`);
    },
  };
}

/** `todo start` keeps a roll of its children. */
async function processOf(dataFolder: string, program: string): Promise<number> {
  const roll: { children: { pid: number }[] } = JSON.parse(
    await readFile(join(dataFolder, "processes.json"), "utf8"),
  );
  for (const { pid } of roll.children)
    if ((await readFile(`/proc/${pid}/cmdline`, "utf8")).includes(program)) return pid;
  throw new Error(`${program} doesn't run.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
