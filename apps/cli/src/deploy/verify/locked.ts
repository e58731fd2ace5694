/** How little the pods may do, by what they are and by what they say themselves; and what their specs give away. */
import { z } from "zod";
import { run } from "../programs.ts";
import { readObjects } from "../state.ts";
import { kubectl, type Target } from "../target.ts";
import type { Part } from "./parts.ts";
import type { Report } from "./report.ts";

const Container = z.object({
  name: z.string(),
  securityContext: z
    .object({
      runAsNonRoot: z.boolean().optional(),
      readOnlyRootFilesystem: z.boolean().optional(),
      allowPrivilegeEscalation: z.boolean().optional(),
      capabilities: z.object({ drop: z.array(z.string()).default([]) }).optional(),
    })
    .default({}),
  env: z
    .array(
      z.object({
        name: z.string(),
        value: z.string().optional(),
        valueFrom: z.object({ secretKeyRef: z.object({ name: z.string() }).optional() }).optional(),
      }),
    )
    .default([]),
});

const PodObject = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    securityContext: z.object({ runAsNonRoot: z.boolean().optional() }).default({}),
    automountServiceAccountToken: z.boolean().optional(),
    initContainers: z.array(Container).default([]),
    containers: z.array(Container),
  }),
});

export async function checkLocked(target: Target, report: Report): Promise<void> {
  const objects = await readObjects(target, "pods");
  const found = objects.flatMap((object) => PodObject.safeParse(object).data ?? []);
  const troubles = found.flatMap(({ metadata, spec }) =>
    [...spec.initContainers, ...spec.containers].flatMap(({ name, securityContext: is }) => [
      ...(is.runAsNonRoot || spec.securityContext.runAsNonRoot
        ? []
        : [`${metadata.name}/${name} may be root`]),
      ...(is.readOnlyRootFilesystem ? [] : [`${metadata.name}/${name} may write its root`]),
      ...(is.capabilities?.drop.includes("ALL") ? [] : [`${metadata.name}/${name} has capabilities`]),
      ...(is.allowPrivilegeEscalation === false ? [] : [`${metadata.name}/${name} may get more rights`]),
    ]),
  );
  report.holds(
    "Containers: no root, read-only, no capabilities",
    found.length > 0 && troubles.length === 0,
    troubles[0] ?? `${found.length} pods`,
    "all",
  );
  await checkSecrets(target, report, objects, found);
}

async function checkSecrets(
  target: Target,
  report: Report,
  objects: unknown[],
  found: z.infer<typeof PodObject>[],
): Promise<void> {
  const containers = found.flatMap(({ spec }) => [...spec.initContainers, ...spec.containers]);
  const names = new Set(
    containers.flatMap(({ env }) => env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef?.name ?? [])),
  );
  const written = containers.flatMap(({ name, env }) =>
    env
      .filter(
        ({ name: variable, value }) => value && /SECRET|PASSWORD|TOKEN|_KEY$|DATABASE_URL/.test(variable),
      )
      .map(({ name: variable }) => `${name} has ${variable} in clear`),
  );
  const texts = objects.map((object) => JSON.stringify(object));
  const known = (await Promise.all([...names].map((name) => valuesOf(target, name)))).flat();
  const shown = known.filter((value) => texts.some((text) => text.includes(value)));
  const trouble = written[0] ?? (shown.length > 0 ? "a value of a Secret stands in a pod" : undefined);
  report.holds(
    "No secret in a pod's spec",
    trouble === undefined,
    trouble ?? `${known.length} values looked for`,
    "none",
  );
}

const SecretObject = z.object({ data: z.record(z.string(), z.string()).default({}) });

/** What is worth searching: an address without a password isn't secret. Nothing, when it may not be read. */
async function valuesOf(target: Target, name: string): Promise<string[]> {
  const found = await run(kubectl(target, ["get", "secret", name, "--output", "json"])).catch(() => "{}");
  const { data } = SecretObject.parse(JSON.parse(found));
  return Object.values(data)
    .map((value) => Buffer.from(value, "base64").toString())
    .filter((value) => value.length >= 8 && !/^https?:\/\/[^@]*$/.test(value));
}

/** Asked of the process itself: who it is, what it may do, whether it can write. */
const PROGRAM = `
const { readFileSync, writeFileSync } = require("node:fs");
let writes = true;
try { writeFileSync("/app/verify", ""); } catch { writes = false; }
const rights = /CapEff:\\s*(\\w+)/.exec(readFileSync("/proc/self/status", "utf8"))[1];
console.log(JSON.stringify({ uid: process.getuid(), rights, writes }));
`;

const Self = z.object({ uid: z.number(), rights: z.string(), writes: z.boolean() });

export async function checkSelf(target: Target, part: Part, report: Report): Promise<void> {
  const inside = ["exec", `deployment/${part.deployment}`, "--container", part.component, "--"];
  const said = await run(kubectl(target, [...inside, "/nodejs/bin/node", "--eval", PROGRAM]));
  const { uid, rights, writes } = Self.parse(JSON.parse(said));
  report.holds(
    `The ${part.component} says the same of itself`,
    uid !== 0 && /^0+$/.test(rights) && !writes,
    `uid ${uid}, rights ${rights}, ${writes ? "writes" : "can't write"}`,
    "uid above 0, no rights, can't write",
  );
}
