/**
 * Holds objects to the classes that Kubernetes generates from its own API for
 * its JavaScript client: a field that the version doesn't know is refused, as
 * are one of another type and one that is missing. What values a text may
 * have the classes don't say. Kinds of other projects are in `other-kinds.ts`.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { otherKinds } from "./other-kinds.ts";
import type { KubernetesObject } from "./render.ts";
import { packageFolder } from "./tools.ts";

export type KubernetesVersion = "oldest" | "newest";

interface Attribute {
  name: string;
  baseName: string;
  type: string;
  required: boolean;
}

const classes: Record<KubernetesVersion, (type: string) => string> = {
  oldest: (type) =>
    join(
      packageFolder("kubernetesOldest"),
      "dist",
      "gen",
      "model",
      `${type[0]?.toLowerCase()}${type.slice(1)}.js`,
    ),
  newest: (type) => join(packageFolder("kubernetesNewest"), "dist", "gen", "models", `${type}.js`),
};

const known = new Map<string, Attribute[] | undefined>();

async function attributesOf(version: KubernetesVersion, type: string): Promise<Attribute[] | undefined> {
  const file = classes[version](type);
  if (!known.has(file)) {
    known.set(file, existsSync(file) ? await loadAttributes(file, type) : undefined);
  }
  return known.get(file);
}

/** Names and types are in the class; what may be missing only its declaration says, by a question mark. */
async function loadAttributes(file: string, type: string): Promise<Attribute[] | undefined> {
  const loaded = await import(pathToFileURL(file).href);
  const attributes: Omit<Attribute, "required">[] | undefined = loaded[type]?.getAttributeTypeMap();
  const declared = readFileSync(file.replace(/\.js$/, ".d.ts"), "utf8");
  const needed = new Set([...declared.matchAll(/^ {4}'(\w+)': /gm)].map(([, name]) => name));
  return attributes?.map((attribute) => ({ ...attribute, required: needed.has(attribute.name) }));
}

/** Everything that this version of Kubernetes wouldn't take, each with its place. */
export async function schemaTrouble(object: KubernetesObject, version: KubernetesVersion): Promise<string[]> {
  const place = `${object.kind}/${object.metadata.name}`;
  const other = otherKinds[object.kind];
  if (other) {
    const issues = other.safeParse(object).error?.issues ?? [];
    return issues.map(({ path, message }) => `${[place, ...path].join(".")}: ${message}`);
  }
  return await troubleOf(object, typeOf(object), place, version);
}

/** `apps/v1` Deployment is V1Deployment, `autoscaling/v2` HorizontalPodAutoscaler V2HorizontalPodAutoscaler. */
function typeOf({ apiVersion, kind }: KubernetesObject): string {
  const [group, version = group] = apiVersion.split("/");
  return `${version?.[0]?.toUpperCase()}${version?.slice(1)}${kind}`;
}

const scalars: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  IntOrString: (value) => typeof value === "string" || typeof value === "number",
  "number | string": (value) => typeof value === "string" || typeof value === "number",
  any: () => true,
  object: () => true,
};

async function troubleOf(
  value: unknown,
  type: string,
  place: string,
  version: KubernetesVersion,
): Promise<string[]> {
  const scalar = scalars[type];
  if (scalar) return scalar(value) ? [] : [`${place}: should be ${type}`];
  const inner = /^Array<(.+)>$/.exec(type)?.[1];
  if (inner) {
    if (!Array.isArray(value)) return [`${place}: should be a list`];
    return nested(value.map((one, index) => troubleOf(one, inner, `${place}[${index}]`, version)));
  }
  if (typeof value !== "object" || value === null) return [`${place}: should be a ${type}`];
  const ofEach = /^\{ \[key: string\]: (.+?);? \}$/.exec(type)?.[1];
  if (ofEach) {
    return nested(
      Object.entries(value).map(([name, one]) => troubleOf(one, ofEach, `${place}.${name}`, version)),
    );
  }
  const attributes = await attributesOf(version, type);
  if (!attributes) return [`${place}: Kubernetes knows no ${type}`];
  const missing = attributes
    .filter(({ required, baseName }) => required && !(baseName in value))
    .map(({ baseName }) => `${place}.${baseName}: missing`);
  const found = await nested(
    Object.entries(value).map(async ([name, one]) => {
      const attribute = attributes.find(({ baseName }) => baseName === name);
      return attribute
        ? troubleOf(one, attribute.type, `${place}.${name}`, version)
        : [`${place}.${name}: unknown to ${type}`];
    }),
  );
  return [...missing, ...found];
}

const nested = async (parts: Promise<string[]>[]) => (await Promise.all(parts)).flat();
