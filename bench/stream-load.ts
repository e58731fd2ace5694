/** A process of its own: holds event streams open and takes chat turns, so that whoever measures isn't slowed by them. */
import { Agent, get, request } from "node:http";
import { percentile } from "./statistics.ts";

interface Work {
  url: string;
  tokens: string[];
  streams: number;
  turnsPerSecond: number;
}

const { url, tokens, streams, turnsPerSecond } = JSON.parse(process.argv[2]!) as Work;
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const tokenOf = (place: number) => tokens[place % tokens.length]!;

let events = 0;
let broken = 0;

/** Resolves when the stream has begun. */
function listen(token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, accept: "text/event-stream" };
    get(`${url}/api/live`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`A stream was answered ${response.statusCode}.`));
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        events += text.split("\ndata:").length - 1;
        resolve();
      });
      response.on("close", () => {
        broken += 1;
      });
    }).on("error", reject);
  });
}

const turns: number[] = [];
let failed = 0;

/** One turn from its question to its last event. */
function talk(token: string, message: string): Promise<void> {
  const startedAt = performance.now();
  const body = JSON.stringify({ message });
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: "text/event-stream",
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const end = (finished: boolean) => {
      if (finished) turns.push(performance.now() - startedAt);
      else failed += 1;
      resolve();
    };
    const sent = request(`${url}/api/chat`, { method: "POST", agent, headers }, (response) => {
      let said = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        said += text;
      });
      response.on("end", () => end(said.includes("event: finished")));
      response.on("error", () => end(false));
    });
    sent.on("error", () => end(false));
    sent.end(body);
  });
}

const started: Promise<void>[] = [];
for (let place = 0; place < streams; place += 1) {
  const begun = listen(tokenOf(place));
  started.push(begun);
  // A few at a time: how quickly they open isn't what is measured.
  if (place % 20 === 19) await Promise.all(started);
}
await Promise.all(started);
process.send?.({ open: streams });

const open = new Set<Promise<void>>();
let said = 0;
let timer: NodeJS.Timeout | undefined;
process.on("message", (order: "talk" | "stop") => {
  if (order === "talk") {
    const startedAt = performance.now();
    timer = setInterval(() => {
      const due = ((performance.now() - startedAt) / 1000) * turnsPerSecond;
      for (; said < due; said += 1) {
        const turn = talk(tokenOf(said), `Add task number ${said} of many`);
        open.add(turn);
        void turn.finally(() => open.delete(turn));
      }
    }, 20);
  } else {
    clearInterval(timer);
    void Promise.all(open).then(() => {
      const report = {
        turns: turns.length,
        failed,
        broken,
        events,
        turnP50Ms: percentile(turns, 50),
        turnP99Ms: percentile(turns, 99),
      };
      process.send?.(report, () => process.exit(0));
    });
  }
});
