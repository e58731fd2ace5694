/** What is read of Kubernetes' objects, and no more: everything else may be there or not. */
import { z } from "zod";

export const kubernetesList = z.object({ items: z.array(z.unknown()) });

const ContainerStatus = z.object({
  name: z.string(),
  ready: z.boolean().default(false),
  restartCount: z.number().default(0),
  state: z
    .object({
      waiting: z.object({ reason: z.string().default(""), message: z.string().default("") }).optional(),
      terminated: z.object({ exitCode: z.number(), reason: z.string().default("") }).optional(),
    })
    .default({}),
  lastState: z.object({ terminated: z.object({ exitCode: z.number() }).optional() }).default({}),
});

const PodObject = z.object({
  kind: z.literal("Pod"),
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).default({}),
    creationTimestamp: z.string(),
    deletionTimestamp: z.string().optional(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({ nodeName: z.string().default("") }),
  status: z
    .object({
      phase: z.string().default("Unknown"),
      conditions: z
        .array(z.object({ type: z.string(), status: z.string(), message: z.string().default("") }))
        .default([]),
      initContainerStatuses: z.array(ContainerStatus).default([]),
      containerStatuses: z.array(ContainerStatus).default([]),
    })
    .prefault({}),
});

export interface Pod {
  name: string;
  component: string;
  ready: boolean;
  phase: string;
  leaving: boolean;
  restarts: number;
  created_at: string;
  node: string;
  /** Why it doesn't run, in Kubernetes' words; empty when it does. */
  trouble: { container: string; reason: string; message: string } | null;
}

/** The release's own pods; those of its tests are left out. */
export const pods = (objects: unknown[]): Pod[] =>
  objects.flatMap((object) => {
    const { data } = PodObject.safeParse(object);
    if (!data || data.metadata.annotations["helm.sh/hook"]) return [];
    const component = data.metadata.labels["app.kubernetes.io/component"] ?? "";
    if (component === "verify") return [];
    return [podOf(data, component)];
  });

function podOf({ metadata, spec, status }: z.infer<typeof PodObject>, component: string): Pod {
  const ready = status.conditions.some(({ type, status: is }) => type === "Ready" && is === "True");
  return {
    name: metadata.name,
    component,
    ready,
    phase: status.phase,
    leaving: metadata.deletionTimestamp !== undefined,
    restarts: status.containerStatuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    created_at: metadata.creationTimestamp,
    node: spec.nodeName,
    trouble: ready ? null : troubleOf(status),
  };
}

function troubleOf(status: z.infer<typeof PodObject>["status"]): Pod["trouble"] {
  const unscheduled = status.conditions.find(
    ({ type, status: is }) => type === "PodScheduled" && is === "False",
  );
  if (unscheduled) return { container: "", reason: "Unschedulable", message: unscheduled.message };
  for (const { name, state, lastState } of [...status.initContainerStatuses, ...status.containerStatuses]) {
    if (state.waiting && state.waiting.reason !== "PodInitializing")
      return { container: name, ...state.waiting, message: withCode(state.waiting.message, lastState) };
    if (state.terminated && state.terminated.exitCode !== 0)
      return {
        container: name,
        reason: state.terminated.reason,
        message: `It ended with code ${state.terminated.exitCode}.`,
      };
  }
  return null;
}

const withCode = (message: string, { terminated }: z.infer<typeof ContainerStatus>["lastState"]) =>
  terminated ? `It ended with code ${terminated.exitCode}. ${message}`.trim() : message;

export interface ServiceState {
  name: string;
  type: string;
  ports: string[];
}

const ServiceObject = z.object({
  kind: z.literal("Service"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    type: z.string().default("ClusterIP"),
    ports: z.array(z.object({ port: z.number(), nodePort: z.number().optional() })).default([]),
  }),
});

export const services = (objects: unknown[]): ServiceState[] =>
  objects.flatMap((object) => {
    const { data } = ServiceObject.safeParse(object);
    if (!data) return [];
    const ports = data.spec.ports.map(({ port, nodePort }) => (nodePort ? `${port}:${nodePort}` : `${port}`));
    return [{ name: data.metadata.name, type: data.spec.type, ports }];
  });

export interface Autoscaler {
  name: string;
  least: number;
  most: number;
  replicas: number;
  wanted: number;
}

const AutoscalerObject = z.object({
  kind: z.literal("HorizontalPodAutoscaler"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ minReplicas: z.number().default(1), maxReplicas: z.number() }),
  status: z
    .object({ currentReplicas: z.number().default(0), desiredReplicas: z.number().default(0) })
    .prefault({}),
});

export const autoscalers = (objects: unknown[]): Autoscaler[] =>
  objects.flatMap((object) => {
    const { data } = AutoscalerObject.safeParse(object);
    if (!data) return [];
    return [
      {
        name: data.metadata.name,
        least: data.spec.minReplicas,
        most: data.spec.maxReplicas,
        replicas: data.status.currentReplicas,
        wanted: data.status.desiredReplicas,
      },
    ];
  });
