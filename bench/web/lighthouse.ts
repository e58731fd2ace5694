/**
 * Lighthouse on the product's pages. It is big and needed by nobody else, so it
 * is installed into a folder of its own when it is asked for, and its command
 * line, which would report errors to its makers, is not used.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "../statistics.ts";

const VERSION = "13.5.0";
const folder = join(import.meta.dirname, "..", "..", "node_modules", ".cache", `lighthouse-${VERSION}`);
const entry = join(folder, "node_modules", "lighthouse", "core", "index.js");

/** By then everything but the stream has long been there. */
const LOADED_MS = 8_000;

const categories = ["performance", "accessibility", "best-practices"] as const;
type Category = (typeof categories)[number];

interface Report {
  lhr: {
    categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<
      string,
      { title: string; score: number | null; scoreDisplayMode: string; numericValue?: number }
    >;
    runtimeError?: { message: string };
  };
}

type Lighthouse = (url: string, flags: object, config?: object) => Promise<Report>;

export interface LighthouseRow {
  page: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  /** Largest contentful paint, total blocking time and layout shift. */
  lcpMs: number;
  tbtMs: number;
  cls: number;
}

export interface LighthouseOptions {
  /** Of a Chromium that listens for the DevTools protocol. */
  port: number;
  origin: string;
  pages: { page: string; path: string; cookie?: string }[];
  device: "mobile" | "desktop";
  runs: number;
}

export async function measureLighthouse({ port, origin, pages, device, runs }: LighthouseOptions) {
  const { default: lighthouse, desktopConfig } = await load();
  const rows: LighthouseRow[] = [];
  const failed = new Set<string>();
  for (const { page, path, cookie } of pages) {
    const reports: Report["lhr"][] = [];
    for (let run = 0; run < runs; run += 1) {
      const flags = {
        port,
        onlyCategories: categories,
        // What a page keeps in the browser would be cleared with the cookies of who is signed in.
        disableStorageReset: true,
        // The stream of live changes never ends, and the network is never idle.
        maxWaitForLoad: LOADED_MS,
        logLevel: "error",
        ...(cookie && { extraHeaders: { Cookie: cookie } }),
      };
      const { lhr } = await lighthouse(
        origin + path,
        flags,
        device === "desktop" ? desktopConfig : undefined,
      );
      if (lhr.runtimeError) throw new Error(`Lighthouse on ${path}: ${lhr.runtimeError.message}`);
      reports.push(lhr);
    }
    rows.push(rowOf(page, reports));
    for (const title of failedAudits(reports.at(-1)!)) failed.add(`${page}: ${title}`);
  }
  return { rows, failed: [...failed] };
}

function rowOf(page: string, reports: Report["lhr"][]): LighthouseRow {
  const score = (category: Category) =>
    Math.round(median(reports.map((lhr) => (lhr.categories[category].score ?? 0) * 100)));
  const value = (audit: string) =>
    median(reports.map((lhr) => lhr.audits[audit]?.numericValue ?? Number.NaN));
  return {
    page,
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    lcpMs: Math.round(value("largest-contentful-paint")),
    tbtMs: Math.round(value("total-blocking-time")),
    cls: Number(value("cumulative-layout-shift").toFixed(3)),
  };
}

/** What keeps a category from 100. */
const failedAudits = ({ categories: all, audits }: Report["lhr"]) =>
  Object.values(all)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => audits[id]!.title);

async function load(): Promise<{ default: Lighthouse; desktopConfig: object }> {
  if (!existsSync(entry)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
    console.error(`Installing Lighthouse ${VERSION}…`);
    const args = [
      "install",
      `lighthouse@${VERSION}`,
      "--save-exact",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
    ];
    const npm = spawn("npm", args, { cwd: folder, stdio: ["ignore", process.stderr, process.stderr] });
    const [code] = await once(npm, "exit");
    if (code !== 0) throw new Error("Lighthouse could not be installed; the reason is above.");
  }
  return import(pathToFileURL(entry).href);
}
