import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type KubernetesObject, presets, render } from "./render.ts";
import { workloadsOf } from "./workloads.ts";

/**
 * The most that an idle pod holds, in MiB. The API's is the resident memory in
 * docs/benchmarks.md (201 MB), of which the autoscaler counts less: file pages
 * that nobody uses are left out. The web app's is the working set of a cgroup,
 * a minute after a load of 40 readers.
 */
const IDLE_MEBIBYTES: Record<string, number> = { backend: 192, frontend: 110 };

const Utilization = z.object({ type: z.literal("Utilization"), averageUtilization: z.number() });
const Scaler = z.object({
  spec: z.object({
    scaleTargetRef: z.object({ name: z.string() }),
    minReplicas: z.number(),
    maxReplicas: z.number(),
    metrics: z.array(z.object({ resource: z.object({ name: z.string(), target: Utilization }) })),
    behavior: z.unknown(),
  }),
});

const autoscaled = ["backend", "frontend"].map((part) => `${part}.autoscaling.enabled=true`);

describe.each(presets)("%s", (preset) => {
  const objects = render({ presets: [preset], set: autoscaled });

  test.each(["backend", "frontend"])("the %s comes down to the fewest pods when the load is gone", (part) => {
    const { minReplicas, maxReplicas, metrics } = scalerOf(objects, part);
    const target = (percentOf(metrics, "memory") / 100) * requestedMebibytes(objects, part);
    expect(settled(maxReplicas, (IDLE_MEBIBYTES[part] ?? 0) / target, minReplicas)).toBe(minReplicas);
  });
});

test("the autoscalers' limits, targets and speed are those that were promised", () => {
  const objects = render({ presets: ["values-nodeport.yaml"], set: autoscaled });
  const behavior = {
    scaleUp: {
      stabilizationWindowSeconds: 0,
      selectPolicy: "Max",
      policies: [
        { type: "Percent", value: 100, periodSeconds: 60 },
        { type: "Pods", value: 2, periodSeconds: 60 },
      ],
    },
    scaleDown: {
      stabilizationWindowSeconds: 300,
      policies: [{ type: "Percent", value: 50, periodSeconds: 60 }],
    },
  };
  const found = ["backend", "frontend"].map((part) => {
    const scaler = scalerOf(objects, part);
    const targets = [percentOf(scaler.metrics, "cpu"), percentOf(scaler.metrics, "memory")];
    return [scaler.minReplicas, scaler.maxReplicas, ...targets, scaler.behavior];
  });
  expect(found).toEqual([
    [2, 20, 70, 80, behavior],
    [2, 10, 70, 80, behavior],
  ]);
});

/**
 * Where the number of pods comes to rest, as the controller reckons: within a
 * tenth of the target nothing is done, else pods × use ÷ target, rounded up.
 * https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#algorithm-details
 */
function settled(pods: number, ratio: number, fewest: number): number {
  if (Math.abs(ratio - 1) <= 0.1) return pods;
  const wanted = Math.max(fewest, Math.ceil(pods * ratio));
  return wanted >= pods ? pods : settled(wanted, ratio, fewest);
}

function scalerOf(objects: KubernetesObject[], part: string) {
  const found = objects
    .filter(({ kind }) => kind === "HorizontalPodAutoscaler")
    .map((object) => Scaler.parse(object).spec)
    .find(({ scaleTargetRef }) => scaleTargetRef.name === `todo-${part}`);
  if (!found) throw new Error(`Nothing scales the ${part}.`);
  return found;
}

function percentOf(metrics: z.infer<typeof Scaler>["spec"]["metrics"], name: string): number {
  const found = metrics.find(({ resource }) => resource.name === name);
  if (!found) throw new Error(`The autoscaler doesn't look at ${name}.`);
  return found.resource.target.averageUtilization;
}

function requestedMebibytes(objects: KubernetesObject[], part: string): number {
  const container = workloadsOf(objects)
    .filter(({ object }) => object.kind === "Deployment")
    .flatMap(({ pod }) => pod.containers)
    .find(({ name }) => name === part);
  const [, number] = /^(\d+)Mi$/.exec(container?.resources.requests.memory ?? "") ?? [];
  if (!number) throw new Error(`The ${part} requests no memory in Mi.`);
  return Number(number);
}
