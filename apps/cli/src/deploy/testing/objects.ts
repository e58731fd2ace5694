/** Objects as Kubernetes answers them, with what is read of them. */

const labels = (component: string) => ({
  app: `todo-${component}`,
  "app.kubernetes.io/name": "todo-app",
  "app.kubernetes.io/instance": "todo",
  "app.kubernetes.io/component": component,
});

const locked = {
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
};

export interface PodGiven {
  name?: string;
  component?: string;
  ready?: boolean;
  waiting?: { reason: string; message: string };
  securityContext?: object;
  env?: object[];
}

export const pod = ({
  name = "todo-backend-1",
  component = "backend",
  ready = true,
  waiting,
  securityContext = locked,
  env = [
    { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name: "todo-secrets", key: "database-url" } } },
  ],
}: PodGiven = {}) => ({
  kind: "Pod",
  metadata: { name, labels: labels(component), creationTimestamp: "2026-01-05T09:00:00Z" },
  spec: { nodeName: "minikube", containers: [{ name: component, securityContext, env }] },
  status: {
    phase: "Running",
    conditions: [{ type: "Ready", status: ready ? "True" : "False" }],
    containerStatuses: [
      { name: component, ready, restartCount: 2, state: waiting ? { waiting } : { running: {} } },
    ],
  },
});

export const service = (component: string, port: number) => ({
  kind: "Service",
  metadata: { name: `todo-${component}`, labels: labels(component) },
  spec: { type: "ClusterIP", ports: [{ port }] },
});

export const deployment = (component: string) => ({
  kind: "Deployment",
  metadata: { name: `todo-${component}`, labels: labels(component) },
  spec: {
    template: {
      metadata: { labels: labels(component) },
      spec: { containers: [{ name: component, image: `todo-${component}:1.0.0` }] },
    },
  },
});

export const autoscaler = (wanted: number) => ({
  kind: "HorizontalPodAutoscaler",
  metadata: { name: "todo-backend" },
  spec: { minReplicas: 2, maxReplicas: 20 },
  status: { currentReplicas: 2, desiredReplicas: wanted },
});

export const config = {
  kind: "ConfigMap",
  metadata: { name: "todo-config" },
  data: { "frontend-url": "http://todo.local" },
};

export const list = (...items: object[]) => JSON.stringify({ kind: "List", items });

export const history = (...statuses: string[]) =>
  JSON.stringify(
    statuses.map((status, index) => ({
      revision: index + 1,
      updated: "2026-01-05T09:00:00Z",
      status,
      chart: "todo-app-1.0.0",
      app_version: "1.0.0",
      description: status === "failed" ? "timed out" : "Upgrade complete",
    })),
  );
