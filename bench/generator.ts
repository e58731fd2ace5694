/** A load generator for where wrk is not installed: so many connections, each sending its next request when it has its answer. */
import { Agent, request } from "node:http";
import { percentile } from "./statistics.ts";

interface Work {
  url: string;
  tokens: string[];
  body?: string;
  seconds: number;
  connections: number;
}

const { url, tokens, body, seconds, connections } = JSON.parse(process.argv[2]!) as Work;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const content = body && { "content-type": "application/json", "content-length": Buffer.byteLength(body) };

const latencies: number[] = [];
let errors = 0;
let turn = 0;

/** Resolves to the status when the whole answer is here. */
function send(): Promise<number> {
  const token = tokens[turn++ % tokens.length];
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...content };
    const sent = request(url, { agent, method: body ? "POST" : "GET", headers }, (response) => {
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
      response.resume();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const startedAt = performance.now();
const endsAt = startedAt + seconds * 1000;

async function keepSending() {
  for (let sentAt = startedAt; sentAt < endsAt; ) {
    sentAt = performance.now();
    const status = await send().catch(() => 0);
    latencies.push(performance.now() - sentAt);
    if (status < 200 || status >= 400) errors++;
  }
}

await Promise.all(Array.from({ length: connections }, keepSending));
const elapsed = (performance.now() - startedAt) / 1000;
agent.destroy();
console.log(
  JSON.stringify({
    perSecond: latencies.length / elapsed,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
    errors,
  }),
);
