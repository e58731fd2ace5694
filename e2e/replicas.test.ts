/** Two APIs behind a balancer, as in a cluster: the page goes on when one of them leaves, and when its network does. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, startBackend } from "../faults/backend.ts";
import { type Balancer, startBalancer } from "../faults/balancer.ts";
import { startDatabaseServer } from "../faults/database-server.ts";
import { createWire, type Wire } from "../faults/wire.ts";
import { openPage, signUp } from "./browser.ts";
import { startVendor, type Vendor } from "./vendor.ts";

/** Long enough for the balancer to notice, which asks four times a second, on a busy machine less often. */
const draining = { DRAIN_DELAY_MS: "3000" };

const closers: (() => Promise<unknown>)[] = [];
let vendor: Vendor;
let apis: Backend[];
let balancer: Balancer;
/** Between the browser and the web app. */
let network: Wire;
let baseURL: string;

beforeAll(async () => {
  const started = <Part>(part: Part, close: (part: Part) => Promise<unknown>) => {
    closers.push(() => close(part));
    return part;
  };
  const logFolder = started(await mkdtemp(join(tmpdir(), "todo-replicas-")), (folder) =>
    rm(folder, { recursive: true }),
  );
  vendor = started(await startVendor(), ({ close }) => close());
  const database = started(await startDatabaseServer(process.cwd()), ({ stop }) => stop());
  const webAddress = { host: "127.0.0.1", port: 0 };
  network = started(await createWire(webAddress), ({ close }) => close());
  baseURL = `http://127.0.0.1:${network.port}`;

  const startApi = async (name: string) =>
    started(
      await startBackend({
        name,
        program: join("apps", "api", "dist", "main.mjs"),
        portVariable: "API_PORT",
        clockShiftMs: 0,
        logFile: join(logFolder, `${name}.log`),
        environment: {
          HOST: "127.0.0.1",
          DATABASE_URL: database.url,
          BETTER_AUTH_SECRET: "a secret for tests alone, 0123456789",
          PUBLIC_URL: baseURL,
          LOG_LEVEL: "warn",
          LLM_BASE_URL: vendor.url,
          LLM_MODEL: "slow",
          ...draining,
        },
      }),
      ({ close }) => close(),
    );
  apis = [await startApi("api-1"), await startApi("api-2")];
  await Promise.all(apis.map((api) => api.ready()));
  balancer = started(await startBalancer(apis.map(({ url }) => url)), ({ close }) => close());
  const web = started(
    await startBackend({
      name: "web",
      program: join("apps", "web", ".next", "standalone", "apps", "web", "serve.mjs"),
      portVariable: "PORT",
      clockShiftMs: 0,
      logFile: join(logFolder, "web.log"),
      environment: { HOSTNAME: "127.0.0.1", API_URL: balancer.url },
    }),
    ({ close }) => close(),
  );
  webAddress.port = Number(new URL(web.url).port);
  await web.ready();
});

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function ask(page: Page, words: string) {
  await page.getByLabel("Message to the assistant").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  return vendor.asked();
}

const timesIn = (text: string | null, words: string) => (text ?? "").split(words).length - 1;

test("a rolling update in the middle of an answer leaves one whole answer", async () => {
  const page = await openPage({ baseURL });
  await signUp(page);
  const log = page.getByRole("log");
  const answering = await ask(page, "tell me a story");
  answering.say("Half of a story");
  await log.getByText("Half of a story").waitFor();

  // The one that answers hands over to the other, which asks anew.
  void vendor.asked().then((again) => {
    again.say("Once upon a time there was a plant.");
    again.end();
  });
  for (const api of apis) {
    expect(await api.terminate()).toBe(0);
    await api.ready();
    await balancer.complete();
  }

  await log.getByText("there was a plant.").waitFor();
  await page.getByRole("button", { name: "Send" }).waitFor();
  expect(timesIn(await log.textContent(), "Once upon a time there was a plant.")).toBe(1);
  expect(await log.getByText("Half of a story").count()).toBe(0);
  expect(balancer.failures).toEqual([]);
});

test("a network that goes in the middle of an answer and comes back leaves one whole answer", async () => {
  const page = await openPage({ baseURL, ignored: [/Failed to load resource/] });
  await signUp(page);
  const log = page.getByRole("log");
  const answering = await ask(page, "tell me a story");
  answering.say("Once upon a time ");
  await log.getByText("Once upon a time").waitFor();

  network.refuse(true);
  answering.say("there was ");
  network.refuse(false);
  await log.getByText("there was").waitFor();
  answering.say("a plant.");
  answering.end();

  await page.getByRole("button", { name: "Send" }).waitFor();
  expect(timesIn(await log.textContent(), "Once upon a time there was a plant.")).toBe(1);
});
