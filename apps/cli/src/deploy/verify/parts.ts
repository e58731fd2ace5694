/** The API and the web app of a release, as they are to be spoken to. */
import { z } from "zod";
import { readObjects } from "../state.ts";
import type { Target } from "../target.ts";
import { DeployError } from "../trouble.ts";

const Labels = z.record(z.string(), z.string()).default({});

const DeploymentObject = z.object({
  kind: z.literal("Deployment"),
  metadata: z.object({ name: z.string(), labels: Labels }),
  spec: z.object({
    template: z.object({
      metadata: z.object({ labels: Labels }),
      spec: z.object({
        imagePullSecrets: z.array(z.object({ name: z.string() })).default([]),
        containers: z.array(
          z.object({
            name: z.string(),
            image: z.string(),
            imagePullPolicy: z.string().default("IfNotPresent"),
          }),
        ),
      }),
    }),
  }),
});

const ServiceObject = z.object({
  kind: z.literal("Service"),
  metadata: z.object({ name: z.string(), labels: Labels }),
  spec: z.object({ ports: z.array(z.object({ port: z.number() })) }),
});

export interface Part {
  component: "backend" | "frontend";
  deployment: string;
  service: string;
  port: number;
  image: string;
  pullPolicy: string;
  pullSecrets: { name: string }[];
  labels: Record<string, string>;
}

const COMPONENT = "app.kubernetes.io/component";

/** Throws DeployError when the release has no API. */
export async function findParts(target: Target): Promise<{ backend: Part; frontend: Part | undefined }> {
  const objects = await readObjects(target, "deployments,services");
  const part = (component: Part["component"]): Part | undefined => {
    const deployment = first(objects, DeploymentObject, component);
    const service = first(objects, ServiceObject, component);
    const [container] = deployment?.spec.template.spec.containers ?? [];
    const [port] = service?.spec.ports ?? [];
    if (!deployment || !service || !container || !port) return undefined;
    return {
      component,
      deployment: deployment.metadata.name,
      service: service.metadata.name,
      port: port.port,
      image: container.image,
      pullPolicy: container.imagePullPolicy,
      pullSecrets: deployment.spec.template.spec.imagePullSecrets,
      labels: deployment.spec.template.metadata.labels,
    };
  };
  const backend = part("backend");
  if (!backend)
    throw new DeployError(
      `${target.release} in ${target.namespace} has no API that could be measured. \`todo status\` shows what there is.`,
    );
  return { backend, frontend: part("frontend") };
}

function first<Found extends { metadata: { labels: Record<string, string> } }>(
  objects: unknown[],
  shape: z.ZodType<Found>,
  component: string,
): Found | undefined {
  return objects
    .flatMap((object) => shape.safeParse(object).data ?? [])
    .find(({ metadata }) => metadata.labels[COMPONENT] === component);
}
