/** Load on one server for some seconds: by wrk where it is installed, else by our own generator in a process of its own. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What is sent, in turn, once for each token. */
export interface Requests {
  url: string;
  tokens: string[];
  /** JSON to POST; without one it is a GET. */
  body?: string;
}

export interface LoadOptions {
  seconds: number;
  connections: number;
  /** Where a script may be written. */
  folder: string;
}

export interface Measured {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers other than 2xx and 3xx, and connections that broke. */
  errors: number;
}

export const generator =
  spawnSync("wrk", ["--version"]).error === undefined ? "wrk" : "the project's own (bench/generator.ts)";

export async function putLoadOn(requests: Requests, options: LoadOptions): Promise<Measured> {
  const output = await (generator === "wrk" ? runWrk(requests, options) : runOwn(requests, options));
  const report = output.trim().split("\n").at(-1) ?? "";
  if (!report.startsWith("{")) throw new Error(`The load generator gave no figures: ${output}`);
  return JSON.parse(report) as Measured;
}

async function runWrk({ url, tokens, body }: Requests, { seconds, connections, folder }: LoadOptions) {
  const script = join(folder, "load.lua");
  const content = body ? `, ["content-type"] = "application/json"` : "";
  await writeFile(
    script,
    `local tokens = { ${tokens.map((token) => `"${token}"`).join(", ")} }
     local turn = 0
     function request()
       turn = turn % #tokens + 1
       local headers = { authorization = "Bearer " .. tokens[turn]${content} }
       return wrk.format("${body ? "POST" : "GET"}", nil, headers, ${body ? `[==[${body}]==]` : "nil"})
     end
     function done(summary, latency)
       local e = summary.errors
       io.write(string.format('\\n{"perSecond":%.1f,"p50Ms":%.3f,"p99Ms":%.3f,"errors":%d}\\n',
         summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
         e.connect + e.read + e.write + e.status + e.timeout))
     end`,
  );
  return outputOf("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, url]);
}

function runOwn(requests: Requests, { seconds, connections }: LoadOptions) {
  const work = JSON.stringify({ ...requests, seconds, connections });
  return outputOf(process.execPath, [join(import.meta.dirname, "generator.ts"), work]);
}

async function outputOf(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${command} ended with ${code}.`);
  return output;
}
