/**
 * Holds objects to the classes that Kubernetes generates from its own API for
 * its JavaScript client: a field that the version doesn't know is refused, as
 * is one of another type. Kinds of other projects have no class here.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { KubernetesObject } from "./render.ts";
import { packageFolder } from "./tools.ts";

export type KubernetesVersion = "oldest" | "newest";

interface Attribute {
  name: string;
  baseName: string;
  type: string;
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
    const loaded = existsSync(file) ? await import(pathToFileURL(file).href) : {};
    known.set(file, loaded[type]?.getAttributeTypeMap());
  }
  return known.get(file);
}

/** Everything that this version of Kubernetes wouldn't take, each with its place. */
export async function schemaTrouble(object: KubernetesObject, version: KubernetesVersion): Promise<string[]> {
  const type = typeOf(object);
  if (!type) return [];
  return await troubleOf(object, type, `${object.kind}/${object.metadata.name}`, version);
}

/** `apps/v1` Deployment is V1Deployment, `autoscaling/v2` HorizontalPodAutoscaler V2HorizontalPodAutoscaler. */
function typeOf({ apiVersion, kind }: KubernetesObject): string | undefined {
  const [group, version = group] = apiVersion.split("/");
  if (group?.includes(".") && !group.endsWith(".k8s.io")) return undefined;
  if (group === "gateway.networking.k8s.io") return undefined;
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
  return nested(
    Object.entries(value).map(async ([name, one]) => {
      const attribute = attributes.find(({ baseName }) => baseName === name);
      return attribute
        ? troubleOf(one, attribute.type, `${place}.${name}`, version)
        : [`${place}.${name}: unknown to ${type}`];
    }),
  );
}

const nested = async (parts: Promise<string[]>[]) => (await Promise.all(parts)).flat();
