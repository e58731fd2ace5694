import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const project = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(project, name), "utf8");

const Service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.literal("."), dockerfile: z.string() }).optional(),
  restart: z.literal("unless-stopped"),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal("service_healthy") })).optional(),
  environment: z.record(z.string(), z.string()),
  networks: z.tuple([z.literal("todo")]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  read_only: z.literal(true).optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.tuple([z.literal("ALL")]).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  deploy: z.strictObject({
    resources: z.strictObject({ limits: z.strictObject({ memory: z.string().regex(/^\d+M$/) }) }),
  }),
});
const Compose = z.strictObject({
  services: z.strictObject({ database: Service, backend: Service, frontend: Service }),
  networks: z.record(z.string(), z.null()),
  volumes: z.record(z.string(), z.null()),
});

const compose = Compose.parse(parse(read("compose.yaml")));
const services = Object.values(compose.services);

test("each service waits until the one before is healthy", () => {
  const { database, backend, frontend } = compose.services;
  expect(database.healthcheck?.test[0]).toBe("CMD");
  expect(Object.keys(backend.depends_on ?? {})).toEqual(["database"]);
  expect(Object.keys(frontend.depends_on ?? {})).toEqual(["backend"]);
});

test("all of it fits 2 GB", () => {
  const megabytes = services.map(({ deploy }) => Number.parseInt(deploy.resources.limits.memory, 10));
  expect(megabytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2048);
});

test("nothing secret is written down, and .env.example names every variable", () => {
  const asked = [...read("compose.yaml").matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  const named = [...read(".env.example").matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect(asked.filter((name) => name !== "TODO_VERSION" && !named.includes(name))).toEqual([]);
  const secret = services.flatMap(({ environment }) =>
    Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|KEY/.test(name)),
  );
  expect(secret.filter(([, value]) => !/^\$\{\w+(:[-?].*)?\}$/.test(value))).toEqual([]);
});

/** What follows from compose.yaml itself: its ports, its database without a pooler, nobody in front who has to notice a stop. */
const settled = [
  "API_PORT",
  "PORT",
  "HOST",
  "DATABASE_URL",
  "BETTER_AUTH_URL",
  "DIRECT_DATABASE_URL",
  "DATABASE_NAMED_STATEMENTS",
  "DRAIN_DELAY_MS",
];

test("every variable that the API reads can be set", () => {
  const config = read("apps/api/src/config.ts");
  const variables = [...config.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = ""]) => name);
  expect(variables.length).toBeGreaterThan(30);
  const { environment } = compose.services.backend;
  const asked = variables.filter((name) => environment[name]?.includes(`\${${name}`));
  const missing = variables.filter((name) => !asked.includes(name) && !settled.includes(name));
  expect(missing).toEqual([]);
});

test("what is published is published on this machine alone, unless somebody says otherwise", () => {
  for (const port of services.flatMap(({ ports }) => ports))
    expect(port).toMatch(/^\$\{BIND_ADDRESS:-127\.0\.0\.1\}:/);
});

test("the images have the release's version", () => {
  const { version } = JSON.parse(read("package.json"));
  for (const { image, build } of services) if (build) expect(image).toContain(`\${TODO_VERSION:-${version}}`);
});
