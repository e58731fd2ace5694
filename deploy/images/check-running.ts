/** The images at work: locked down as in a cluster, two backends behind one database. */
import { randomBytes } from "node:crypto";
import type { Images } from "./build.ts";
import type { Engine } from "./engine.ts";
import { chatTurn, signUp, tasksOf, until } from "./product.ts";
import type { Report } from "./report.ts";
import { CommandFailed } from "./shell.ts";
import { DATABASE_IMAGE } from "./stand-ins.ts";

const locked = [
  "--read-only",
  "--tmpfs=/tmp",
  "--cap-drop=ALL",
  "--security-opt=no-new-privileges",
  "--memory=512m",
];

export async function checkRunning(
  engine: Engine,
  images: Images,
  run: string,
  report: Report,
): Promise<void> {
  const { docker } = engine;
  const started: string[] = [];
  const start = async (...args: string[]) => {
    const id = (await docker(["run", "--detach", `--network=${run}`, ...args])).trim();
    started.push(id);
    return id;
  };
  await docker(["network", "create", run]);
  try {
    await checkRefusal(engine, images, report);

    const password = randomBytes(16).toString("hex");
    const database = await start(
      "--network-alias=database",
      `--env=POSTGRES_PASSWORD=${password}`,
      "--env=POSTGRES_USER=todo",
      "--env=POSTGRES_DB=todo",
      DATABASE_IMAGE,
    );
    await until("the database answers", () =>
      docker(["exec", database, "pg_isready", "--username=todo", "--dbname=todo", "--host=127.0.0.1"]).then(
        () => true,
        () => false,
      ),
    );

    const settings = [
      `--env=DATABASE_URL=postgresql://todo:${password}@database:5432/todo`,
      `--env=BETTER_AUTH_SECRET=${randomBytes(24).toString("hex")}`,
      "--env=LOG_LEVEL=warn",
      "--publish=127.0.0.1::8000",
      ...locked,
    ];
    const backend = (...more: string[]) => start(...more, ...settings, images.backend);
    // The first one makes the schema; what a start takes is measured on the second.
    const first = await backend("--network-alias=backend");
    await ready(engine, first, 8000, "/ready");
    const startedAt = performance.now();
    const second = await backend("--user=12345:0");
    const secondUrl = await ready(engine, second, 8000, "/ready");
    report.aim("backend: from `docker run` to ready", (performance.now() - startedAt) / 1000, 2, "s");
    report.holds("backend: runs with any uid, a read-only root and no capability", true);

    const firstUrl = await address(engine, first, 8000);
    const person = await signUp(firstUrl);
    const answer = await chatTurn(firstUrl, person, "add milk and eggs to groceries");
    report.holds("a chat turn answers", /milk/i.test(answer), answer.slice(0, 80));
    const titles = await tasksOf(secondUrl, person);
    report.holds(
      "what one backend was told, the other knows",
      ["milk", "eggs"].every((title) => titles.some((known) => known.toLowerCase() === title)),
      titles.join(", "),
    );

    const frontendAt = performance.now();
    const frontend = await start(
      "--env=API_URL=http://backend:8000",
      "--publish=127.0.0.1::3000",
      "--tmpfs=/app/apps/web/.next/cache:uid=1001",
      ...locked,
      images.frontend,
    );
    const frontendUrl = await ready(engine, frontend, 3000, "/api/health");
    report.aim("frontend: from `docker run` to ready", (performance.now() - frontendAt) / 1000, 2, "s");
    const page = await fetch(`${frontendUrl}/sign-in`);
    report.holds("frontend: serves its first page", page.ok && (await page.text()).includes("<html"));
    const throughIt = await tasksOf(frontendUrl, person);
    report.holds("frontend: passes the API on", throughIt.length === titles.length);

    for (const [name, id] of [
      ["backend", second],
      ["frontend", frontend],
    ] as const) {
      await until(
        `the ${name} counts as healthy`,
        async () =>
          (await docker(["inspect", "--format", "{{.State.Health.Status}}", id])).trim() === "healthy",
      );
      report.holds(`${name}: its health check passes`, true);
      const stoppedAt = performance.now();
      await docker(["stop", "--time=20", id]);
      report.aim(`${name}: from SIGTERM to its end`, (performance.now() - stoppedAt) / 1000, 2, "s");
      const code = (await docker(["inspect", "--format", "{{.State.ExitCode}}", id])).trim();
      report.holds(`${name}: ends in order`, code === "0", `code ${code}`);
    }
  } catch (error) {
    for (const id of started) {
      const words = await docker(["logs", "--tail", "15", id]).catch(() => "");
      if (words) console.error(words);
    }
    throw error;
  } finally {
    if (started.length > 0) await docker(["rm", "--force", "--volumes", ...started]);
    await docker(["network", "rm", run]);
  }
}

async function checkRefusal({ docker }: Engine, images: Images, report: Report): Promise<void> {
  const refusal = await docker([
    "run",
    "--rm",
    `--env=BETTER_AUTH_SECRET=${randomBytes(24).toString("hex")}`,
    images.backend,
  ]).catch((error: unknown) => (error instanceof CommandFailed ? error.output : Promise.reject(error)));
  report.holds(
    "backend: refuses to start without DATABASE_URL, and names it",
    refusal.includes("DATABASE_URL"),
  );
}

async function address({ docker }: Engine, id: string, port: number): Promise<string> {
  return `http://${(await docker(["port", id, String(port)])).trim().split("\n")[0]}`;
}

async function ready(engine: Engine, id: string, port: number, path: string): Promise<string> {
  const url = await address(engine, id, port);
  await until(`${url}${path} answers`, () =>
    fetch(url + path).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return url;
}
