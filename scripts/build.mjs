/**
 * Builds the API and the web app, each only when what it is made of changed.
 * A stamp is removed before a build and written after it, so a build that was
 * cut short is never taken for a finished one.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLanguages } from "./languages.mjs";
import { ensureInstalled, main, projectDir, projectEnvironment, projectNode } from "./prepare.mjs";

const api = join(projectDir, "apps", "api");
const web = join(projectDir, "apps", "web");
const standalone = join(web, ".next", "standalone", "apps", "web");
const everywhere = ["package-lock.json", "tsconfig.base.json", "scripts/build.mjs", "packages"];

const targets = [
  {
    id: "api",
    name: "API",
    sources: [...everywhere, "apps/api/src", "apps/api/package.json"],
    result: join(api, "dist", "main.mjs"),
    stamp: join(api, "dist", ".built-from"),
    build: buildApi,
  },
  {
    id: "web",
    name: "web app",
    sources: [...everywhere, "apps/web"],
    result: join(standalone, "serve.mjs"),
    stamp: join(web, ".next", ".built-from"),
    build: buildWeb,
  },
];

/**
 * Builds all, or only what is named: `api`, `web`. Prints a line for each step that has work to do.
 * Throws an Error with the reason when one fails.
 */
export async function build(only = []) {
  const unknown = only.find((id) => !targets.some((target) => target.id === id));
  if (unknown) throw new Error(`There is nothing to build called "${unknown}". Say api, web or nothing.`);
  writeLanguages();
  for (const { id, name, sources, result, stamp, build } of targets) {
    if (only.length > 0 && !only.includes(id)) continue;
    const hash = hashOf(sources);
    if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) continue;

    rmSync(stamp, { force: true });
    const startedAt = performance.now();
    console.log(`Building the ${name}…`);
    await build();
    writeFileSync(stamp, hash);
    console.log(`Built the ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  }
}

const apiBundle = {
  entryPoints: [join(api, "src", "main.ts")],
  outfile: join(api, "dist", "main.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  sourcemap: "linked",
  minifySyntax: true,
  // An optional part of the database driver that is not installed.
  external: ["pg-native"],
  logLevel: "warning",
  // CommonJS packages in the bundle expect these three.
  banner: {
    js: [
      'import { createRequire as __createRequire } from "node:module";',
      "const require = __createRequire(import.meta.url);",
      "const __filename = import.meta.filename;",
      "const __dirname = import.meta.dirname;",
    ].join("\n"),
  },
};

async function buildApi() {
  // Installed only after this file was loaded.
  const { build: bundle } = await import("esbuild");
  const out = join(api, "dist");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await bundle(apiBundle).catch(() => {
    throw new Error("The API could not be built; the reason is above.");
  });
  cpSync(join(api, "src", "db", "migrations"), join(out, "migrations"), { recursive: true });

  const swagger = dirname(createRequire(join(api, "package.json")).resolve("swagger-ui-dist/package.json"));
  mkdirSync(join(out, "docs"));
  for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"])
    cpSync(join(swagger, file), join(out, "docs", file));
}

/** What the browser keeps running past the pages. Its name never changes: a browser asks for the same one again. */
const serviceWorker = {
  entryPoints: [join(web, "service-worker", "main.ts")],
  outfile: join(web, "public", "service-worker.js"),
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  logLevel: "warning",
};

/**
 * Also for `npm run dev`, where Next serves it from `public`. `files` are the addresses of what the browser is to
 * keep for when there is no network; each build is another. Throws an Error with the reason.
 */
export async function buildServiceWorker(files = []) {
  const { build: bundle } = await import("esbuild");
  mkdirSync(join(web, "public"), { recursive: true });
  const id = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
  await bundle({ ...serviceWorker, define: { BUILD: JSON.stringify({ id, files }) } }).catch(() => {
    throw new Error("The service worker could not be built; the reason is above.");
  });
}

/** Next names them by their content. Fonts are left to the browser's own cache. */
function scriptsAndStyles() {
  const folder = join(web, ".next", "static");
  return readdirSync(folder, { recursive: true })
    .map((path) => `/_next/static/${path.split(sep).join("/")}`)
    .filter((path) => /\.(js|css)$/.test(path))
    .sort();
}

async function buildWeb() {
  const next = createRequire(join(web, "package.json")).resolve("next/dist/bin/next");
  const { code, output } = await run(projectNode(), [next, "build"], web);
  if (code !== 0) throw new Error(`${output.trim()}\nThe web app could not be built; the reason is above.`);

  await buildServiceWorker(scriptsAndStyles());
  cpSync(join(web, "serve.mjs"), join(standalone, "serve.mjs"));
  // Next leaves these two to whoever serves its standalone output.
  cpSync(join(web, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  cpSync(join(web, "public"), join(standalone, "public"), { recursive: true });
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const env = { ...projectEnvironment(), NODE_ENV: "production" };
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

function hashOf(sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesIn(join(projectDir, source)))) {
    hash
      .update(`${relative(projectDir, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

const generated = new Set(["node_modules", "dist", ".next", "next-env.d.ts", "service-worker.js"]);

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !generated.has(name) && !/\.test\.tsx?$|\.tsbuildinfo$/.test(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

// Compared as real paths: the project may be reached through a link.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    ensureInstalled();
    await build(process.argv.slice(2));
  });
}
