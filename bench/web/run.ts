/**
 * npm run bench:web: how the built product does in a browser. Lighthouse on its
 * pages, and what a list of 5,000 tasks costs the page's main thread.
 */
import { parseArgs } from "node:util";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as playwright } from "playwright-core";
import { english } from "../../e2e/pictures/lives.ts";
import { arrive, settleIn } from "../../e2e/pictures/settle-in.ts";
import { type Product, startProduct } from "../../e2e/product.ts";
import { freePort } from "../stack.ts";
import { layoutShiftOf, measureInteractions, measureRoutes } from "./interactions.ts";
import { measureLighthouse } from "./lighthouse.ts";

const usage = `npm run bench:web -- [options]
  --only NAME      lighthouse, tasks
  --runs 5         of Lighthouse for each page; the median counts
  --tasks 5000     in one list`;

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "5" },
    tasks: { type: "string", default: "5000" },
    help: { type: "boolean", default: false },
  },
});

const AT_ONCE = 100;

if (options.help) console.log(usage);
else await bench();

async function bench() {
  const product = await startProduct();
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [`--remote-debugging-port=${port}`],
  });
  try {
    if (options.only !== "tasks") await lighthouse(product, browser, port);
    if (options.only !== "lighthouse") {
      await manyTasks(product, browser);
      await layoutShifts(product, browser);
    }
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function lighthouse({ url }: Product, browser: Browser, port: number) {
  const context = await browser.newContext();
  const { list } = await settleIn(context, url, english);
  const cookie = await cookieOf(context, url);
  await context.close();
  const pages = [
    { page: "sign-in", path: "/sign-in" },
    { page: "Today", path: "/today", cookie },
    { page: "a list", path: list, cookie },
    { page: "chat", path: "/?pane=assistant", cookie },
  ];
  for (const device of ["mobile", "desktop"] as const) {
    const runs = Number(options.runs);
    const { rows, failed } = await measureLighthouse({ port, origin: url, pages, device, runs });
    console.log(`\nLighthouse, ${device}, median of ${runs}:`);
    console.table(rows);
    for (const one of failed) console.log(`  ${one}`);
  }
}

async function manyTasks({ url }: Product, browser: Browser) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const client = await arrive(context, url, english);
  const count = Number(options.tasks);
  const titles = Array.from({ length: count }, (_, index) => ({
    title: `Task ${index + 1}`,
    list: "Everything",
  }));
  for (let from = 0; from < count; from += AT_ONCE)
    await client.add_tasks({ tasks: titles.slice(from, from + AT_ONCE) });
  const { lists } = await client.list_lists();
  const list = `/lists/${lists[0]!.id}`;

  const page = await context.newPage();
  console.log(`\n${count} tasks in one list, processor time of the page's main thread:`);
  console.table(await measureInteractions(page, list));
  console.log("\nGoing to a view that was looked at before, from the click to the paint:");
  console.table(await measureRoutes(page, ["/today", "/upcoming", "/", list]));
  await context.close();
}

async function layoutShifts({ url }: Product, browser: Browser) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const { list, task } = await settleIn(context, url, english);
  const page = await context.newPage();
  console.log("\nLayout shift while a page loads, with tasks and a conversation:");
  for (const path of ["/", "/today", list, `${list}?task=${task}`, "/search?q=the", "/settings"])
    console.log(`  ${path}: ${await layoutShiftOf(page, path)}`);
  await context.close();
}

async function cookieOf(context: BrowserContext, url: string) {
  return (await context.cookies(url)).map(({ name, value }) => `${name}=${value}`).join("; ");
}
