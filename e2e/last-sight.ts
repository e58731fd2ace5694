/** What a page was doing when its test failed, told with the failure: afterwards nobody can look any more. */
import type { Page, Request } from "playwright-core";
import { onTestFinished } from "vitest";

const MOST_LINES = 40;
const PATIENCE_MS = 5_000;

/** Before the page is closed: vitest calls what was handed in last first. */
export function tellWhenFailed(page: Page): void {
  const began = Date.now();
  const unanswered = new Map<Request, number>();
  const said: string[] = [];
  const after = (time: number) => `${((time - began) / 1_000).toFixed(1)} s`;
  const settle = (request: Request) => unanswered.delete(request);
  page.on("request", (request) => unanswered.set(request, Date.now()));
  page.on("requestfinished", settle);
  page.on("requestfailed", (request) => {
    settle(request);
    said.push(`${after(Date.now())}: ${pathOf(request.url())} failed, ${request.failure()?.errorText}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") said.push(`${after(Date.now())}: ${message.text()}`);
  });
  page.on("framenavigated", (frame) => said.push(`${after(Date.now())}: at ${pathOf(frame.url())}`));

  onTestFinished(async ({ task: { result } }) => {
    const error = result?.errors?.[0];
    if (!error) return;
    const open = [...unanswered].map(
      ([request, since]) => `${after(since)}: asks for ${pathOf(request.url())}`,
    );
    error.message += ["", `The page, ${after(Date.now())} old:`, ...said, ...open, await shownOn(page)].join(
      "\n",
    );
  });
}

const pathOf = (url: string) => (URL.canParse(url) ? url.slice(new URL(url).origin.length) : url);

/** What somebody with a screen reader would have found. */
async function shownOn(page: Page): Promise<string> {
  try {
    const shown = await page.locator("body").ariaSnapshot({ timeout: PATIENCE_MS });
    return shown.split("\n").slice(0, MOST_LINES).join("\n");
  } catch (error) {
    return `It can't be looked at: ${error}`;
  }
}
