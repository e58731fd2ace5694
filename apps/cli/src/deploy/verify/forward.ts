/** A Service on a port of this machine. The way leads to one of its pods and ends with that. */
import { spawn } from "node:child_process";
import { kubectl, type Target } from "../target.ts";
import { DeployError } from "../trouble.ts";
import type { Part } from "./parts.ts";

export async function withForward<Result>(
  target: Target,
  { service, port }: Pick<Part, "service" | "port">,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const args = ["port-forward", `service/${service}`, `:${port}`, "--address", "127.0.0.1"];
  const { program, args: all } = kubectl(target, args);
  const child = spawn(program, all, { stdio: ["ignore", "pipe", "pipe"] });
  try {
    return await work(await addressOf(child, service));
  } finally {
    child.kill();
  }
}

function addressOf(child: ReturnType<typeof spawn>, service: string): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const port = /Forwarding from 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("error", reject);
    child.on("close", () =>
      reject(new DeployError(`No port leads to ${service}. kubectl said: ${said.trim().split("\n").at(-1)}`)),
    );
  });
}
