/**
 * What a cluster's guards ask of a release, under the names by which
 * kube-linter and polaris know it. Each answers with what breaks it.
 */
import { z } from "zod";
import type { KubernetesObject } from "./render.ts";
import { selects, type Workload, workloadsOf } from "./workloads.ts";

interface Release {
  objects: KubernetesObject[];
  workloads: Workload[];
}

type Policy = (release: Release) => string[];

const nameOf = ({ kind, metadata }: KubernetesObject) => `${kind}/${metadata.name}`;

const ofContainers =
  (isRight: (container: Workload["containers"][number], workload: Workload) => boolean): Policy =>
  ({ workloads }) =>
    workloads.flatMap((workload) =>
      workload.containers
        .filter((container) => !isRight(container, workload))
        .map(({ name }) => `${nameOf(workload.object)}, container ${name}`),
    );

const ofPods =
  (isRight: (workload: Workload) => boolean): Policy =>
  ({ workloads }) =>
    workloads.filter((workload) => !isRight(workload)).map(({ object }) => nameOf(object));

const ofServing =
  (isRight: (workload: Workload) => boolean): Policy =>
  ({ workloads }) =>
    workloads
      .filter(({ object }) => object.kind === "Deployment" || object.kind === "StatefulSet")
      .filter((workload) => !isRight(workload))
      .map(({ object }) => nameOf(object));

const ofDeployments = (isRight: (workload: Workload) => boolean): Policy =>
  ofServing((workload) => workload.object.kind !== "Deployment" || isRight(workload));

const ofKind =
  (kind: string, isRight: (object: KubernetesObject, release: Release) => boolean): Policy =>
  (release) =>
    release.objects.filter((object) => object.kind === kind && !isRight(object, release)).map(nameOf);

const Selecting = z.object({ spec: z.object({ selector: z.record(z.string(), z.string()) }) });
const MatchLabels = z.object({ matchLabels: z.record(z.string(), z.string()) });
const Matching = z.object({ spec: z.object({ selector: MatchLabels }) });
const Scaling = z.object({
  spec: z.object({
    scaleTargetRef: z.object({ name: z.string() }),
    minReplicas: z.number(),
    maxReplicas: z.number(),
  }),
});
const Isolating = z.object({
  spec: z.object({ podSelector: MatchLabels, policyTypes: z.array(z.string()) }),
});
const Rolling = z.object({
  spec: z.object({
    replicas: z.number().optional(),
    strategy: z.object({
      type: z.literal("RollingUpdate"),
      rollingUpdate: z.object({ maxSurge: z.literal(1), maxUnavailable: z.literal(0) }),
    }),
  }),
});

const secretive = /secret|password|token|api[-_]?key|database[-_]?url/i;
/** A variable whose name sounds secret, and whose value is written down. */
const isExposed = ({ name, value }: { name: string; value?: string | null | undefined }) =>
  secretive.test(name) && Boolean(value);

const policies: Record<string, Policy> = {
  "run-as-non-root": ofContainers(
    ({ securityContext }, { pod }) =>
      securityContext.runAsNonRoot === true && (pod.securityContext.runAsUser ?? 1) > 0,
  ),
  "privilege-escalation-container": ofContainers(
    ({ securityContext }) => securityContext.allowPrivilegeEscalation === false,
  ),
  "privileged-container": ofContainers(({ securityContext }) => securityContext.privileged === false),
  "no-read-only-root-fs": ofContainers(
    ({ securityContext }) => securityContext.readOnlyRootFilesystem === true,
  ),
  "drop-net-raw-capability": ofContainers(
    ({ securityContext }) => securityContext.capabilities?.drop.includes("ALL") === true,
  ),
  insecureCapabilities: ofContainers(({ securityContext }) => securityContext.capabilities?.add.length === 0),
  linuxHardening: ofContainers(
    ({ securityContext }) => securityContext.seccompProfile?.type === "RuntimeDefault",
  ),
  "unset-cpu-requirements": ofContainers(({ resources }) =>
    Boolean(resources.requests.cpu && resources.limits.cpu),
  ),
  "unset-memory-requirements": ofContainers(({ resources }) =>
    Boolean(resources.requests.memory && resources.limits.memory),
  ),
  "latest-tag": ofContainers(({ image }) => /:[\w.-]+$/.test(image) && !image.endsWith(":latest")),
  "env-var-secret": ofContainers(({ env }) => !env.some(isExposed)),
  sensitiveContainerEnvVar: ofContainers(
    ({ args }) => !args.some((argument) => /postgres(ql)?:\/\/\w+:/.test(argument)),
  ),
  hostPortSet: ofContainers(({ ports }) => ports.every(({ hostPort }) => hostPort === undefined)),
  "privileged-ports": ofContainers(({ ports }) => ports.every(({ containerPort }) => containerPort > 1024)),
  "ssh-port": ofContainers(({ ports }) => ports.every(({ containerPort }) => containerPort !== 22)),
  "host-network": ofPods(({ pod }) => !pod.hostNetwork),
  "host-pid": ofPods(({ pod }) => !pod.hostPID),
  "host-ipc": ofPods(({ pod }) => !pod.hostIPC),
  "sensitive-host-mounts": ofPods(({ pod }) => pod.volumes.every(({ hostPath }) => hostPath === undefined)),
  automountServiceAccountToken: ofPods(({ pod }) => pod.automountServiceAccountToken === false),
  "default-service-account": ofDeployments(({ pod }) => Boolean(pod.serviceAccountName)),
  "no-liveness-probe": ofServing(({ pod }) => pod.containers.every(({ livenessProbe }) => livenessProbe)),
  "no-readiness-probe": ofServing(({ pod }) => pod.containers.every(({ readinessProbe }) => readinessProbe)),
  "no-startup-probe": ofServing(({ pod }) => pod.containers.every(({ startupProbe }) => startupProbe)),
  "probe-port": ofDeployments(({ pod }) =>
    pod.containers.every(({ ports, livenessProbe, readinessProbe }) =>
      [livenessProbe, readinessProbe].every((probe) =>
        ports.some(({ name }) => name === probe?.httpGet?.port),
      ),
    ),
  ),
  "no-anti-affinity": ofDeployments(({ pod }) => Boolean(pod.affinity)),
  topologySpreadConstraint: ofDeployments(({ pod }) => Boolean(pod.topologySpreadConstraints?.length)),
  "no-rolling-update-strategy": ofDeployments(({ object }) => Rolling.safeParse(object).success),
  "mismatching-selector": ofServing(({ object, labels }) =>
    selects(Matching.parse(object).spec.selector.matchLabels, labels),
  ),
  "dangling-service": ofKind("Service", (service, { workloads }) =>
    workloads.some(({ labels }) => selects(Selecting.parse(service).spec.selector, labels)),
  ),
  "dangling-horizontalpodautoscaler": ofKind("HorizontalPodAutoscaler", (scaler, { objects }) =>
    objects.some(
      ({ kind, metadata }) =>
        kind === "Deployment" && metadata.name === Scaling.parse(scaler).spec.scaleTargetRef.name,
    ),
  ),
  /** Two owners of the number of pods would fight at every upgrade. */
  "hpa-and-replicas": ofKind("HorizontalPodAutoscaler", (scaler, { objects }) =>
    objects.every(
      (object) =>
        object.kind !== "Deployment" ||
        object.metadata.name !== Scaling.parse(scaler).spec.scaleTargetRef.name ||
        Rolling.parse(object).spec.replicas === undefined,
    ),
  ),
  "hpa-minimum-replicas": ofKind("HorizontalPodAutoscaler", (scaler) => {
    const { minReplicas, maxReplicas } = Scaling.parse(scaler).spec;
    return minReplicas >= 2 && maxReplicas > minReplicas;
  }),
  "dangling-poddisruptionbudget": ofKind("PodDisruptionBudget", (budget, { workloads }) =>
    workloads.some(({ labels }) => selects(Matching.parse(budget).spec.selector.matchLabels, labels)),
  ),
  missingNetworkPolicy: ({ objects, workloads }) =>
    workloads
      .filter(({ object }) => object.kind === "Deployment" || object.kind === "StatefulSet")
      .filter(
        ({ labels }) =>
          !objects.some((object) => {
            if (object.kind !== "NetworkPolicy") return false;
            const { podSelector, policyTypes } = Isolating.parse(object).spec;
            return policyTypes.length === 2 && selects(podSelector.matchLabels, labels);
          }),
      )
      .map(({ object }) => nameOf(object)),
  sensitiveConfigmapContent: ofKind(
    "ConfigMap",
    ({ data }) =>
      !Object.keys(typeof data === "object" && data ? data : {}).some((key) => secretive.test(key)),
  ),
  "use-namespace": ({ objects }) =>
    objects.filter(({ kind, metadata }) => kind !== "Namespace" && !("namespace" in metadata)).map(nameOf),
  "app-label": ofDeployments(({ object, labels }) => labels.app === object.metadata.name),
  metadataAndInstanceMismatched: ({ objects }) =>
    objects
      .filter(
        ({ metadata }) =>
          !metadata.labels?.["app.kubernetes.io/instance"] ||
          !metadata.labels["app.kubernetes.io/managed-by"],
      )
      .map(nameOf),
  "duplicate-object": ({ objects }) => {
    const names = objects.map(nameOf);
    return names.filter((name, index) => names.indexOf(name) !== index);
  },
  "grace-shorter-than-drain": ofDeployments(({ pod }) =>
    pod.containers.every(({ env }) => {
      const drain = Number(env.find(({ name }) => name === "DRAIN_DELAY_MS")?.value ?? 0);
      return (pod.terminationGracePeriodSeconds ?? 30) * 1000 >= drain + 10_000;
    }),
  ),
};

/** Every breach, by the policy's name. */
export function breaches(objects: KubernetesObject[]): string[] {
  const release = { objects, workloads: workloadsOf(objects) };
  return Object.entries(policies).flatMap(([name, policy]) =>
    policy(release).map((found) => `${name}: ${found}`),
  );
}
