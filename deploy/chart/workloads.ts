/** What the checks look at in an object that runs pods. */
import { z } from "zod";
import type { KubernetesObject } from "./render.ts";

const Resources = z.object({
  requests: z.object({ cpu: z.string(), memory: z.string() }).partial().default({}),
  limits: z.object({ cpu: z.string(), memory: z.string() }).partial().default({}),
});

const Probe = z.looseObject({
  httpGet: z.object({ path: z.string(), port: z.string() }).optional(),
  periodSeconds: z.number().optional(),
  failureThreshold: z.number().optional(),
});

const Container = z.looseObject({
  name: z.string(),
  image: z.string(),
  imagePullPolicy: z.string().optional(),
  args: z.array(z.string()).default([]),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().nullish() })).default([]),
  ports: z
    .array(z.looseObject({ name: z.string(), containerPort: z.number(), hostPort: z.number().optional() }))
    .default([]),
  resources: Resources,
  livenessProbe: Probe.optional(),
  readinessProbe: Probe.optional(),
  startupProbe: Probe.optional(),
  securityContext: z
    .looseObject({
      allowPrivilegeEscalation: z.boolean(),
      privileged: z.boolean(),
      readOnlyRootFilesystem: z.boolean(),
      runAsNonRoot: z.boolean(),
      capabilities: z.object({ drop: z.array(z.string()), add: z.array(z.string()).default([]) }),
      seccompProfile: z.object({ type: z.string() }),
    })
    .partial()
    .default({}),
});

const PodSpec = z.looseObject({
  containers: z.array(Container),
  initContainers: z.array(Container).default([]),
  volumes: z.array(z.looseObject({ name: z.string(), hostPath: z.unknown().optional() })).default([]),
  serviceAccountName: z.string().optional(),
  automountServiceAccountToken: z.boolean().optional(),
  enableServiceLinks: z.boolean().optional(),
  terminationGracePeriodSeconds: z.number().optional(),
  hostNetwork: z.boolean().optional(),
  hostPID: z.boolean().optional(),
  hostIPC: z.boolean().optional(),
  affinity: z.looseObject({ podAntiAffinity: z.unknown().optional() }).optional(),
  topologySpreadConstraints: z.array(z.unknown()).optional(),
  securityContext: z
    .looseObject({
      runAsNonRoot: z.boolean(),
      runAsUser: z.number(),
      seccompProfile: z.object({ type: z.string() }),
    })
    .partial()
    .default({}),
});

export interface Workload {
  object: KubernetesObject;
  labels: Record<string, string>;
  pod: z.output<typeof PodSpec>;
  containers: z.output<typeof Container>[];
}

const Template = z.object({
  spec: z.object({
    template: z.object({ metadata: z.object({ labels: z.record(z.string(), z.string()) }), spec: PodSpec }),
  }),
});

/** Deployments, StatefulSets, Jobs and bare Pods. */
export function workloadsOf(objects: KubernetesObject[]): Workload[] {
  return objects.flatMap((object) => {
    if (object.kind === "Pod") return [workload(object, object.metadata.labels, PodSpec.parse(object.spec))];
    if (!["Deployment", "StatefulSet", "Job"].includes(object.kind)) return [];
    const { metadata, spec } = Template.parse(object).spec.template;
    return [workload(object, metadata.labels, spec)];
  });
}

const workload = (
  object: KubernetesObject,
  labels: Record<string, string> = {},
  pod: Workload["pod"],
): Workload => ({ object, labels, pod, containers: [...pod.initContainers, ...pod.containers] });

export const selects = (selector: Record<string, string>, labels: Record<string, string>): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);
