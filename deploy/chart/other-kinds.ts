/**
 * Kinds that aren't Kubernetes' own, as far as the chart writes them: a field
 * that isn't here is refused, as are one that is missing and a value that the
 * project doesn't know.
 */
import { z } from "zod";

const texts = z.record(z.string(), z.string());
const duration = z.string().regex(/^(\d+(ms|[smhd]))+$/);
const port = z.int().min(1).max(65_535);
const metadata = z.strictObject({
  name: z.string(),
  namespace: z.string(),
  labels: texts,
  annotations: texts.optional(),
});

/** https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
const HTTPRoute = z.strictObject({
  apiVersion: z.literal("gateway.networking.k8s.io/v1"),
  kind: z.literal("HTTPRoute"),
  metadata,
  spec: z.strictObject({
    parentRefs: z.array(
      z.strictObject({
        group: z.string().optional(),
        kind: z.string().optional(),
        namespace: z.string().optional(),
        name: z.string(),
        sectionName: z.string().optional(),
        port: port.optional(),
      }),
    ),
    hostnames: z.array(z.string().regex(/^(\*\.)?[a-z0-9.-]+$/)),
    rules: z.array(
      z.strictObject({
        matches: z.array(
          z.strictObject({
            path: z.strictObject({
              type: z.enum(["Exact", "PathPrefix", "RegularExpression"]),
              value: z.string().startsWith("/"),
            }),
          }),
        ),
        backendRefs: z.array(z.strictObject({ name: z.string(), port })),
        timeouts: z
          .strictObject({ request: duration.optional(), backendRequest: duration.optional() })
          .optional(),
      }),
    ),
  }),
});

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor */
const ServiceMonitor = z.strictObject({
  apiVersion: z.literal("monitoring.coreos.com/v1"),
  kind: z.literal("ServiceMonitor"),
  metadata,
  spec: z.strictObject({
    namespaceSelector: z.strictObject({ matchNames: z.array(z.string()) }),
    selector: z.strictObject({ matchLabels: texts }),
    endpoints: z.array(
      z.strictObject({ port: z.string(), path: z.string().startsWith("/"), interval: duration }),
    ),
  }),
});

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule */
const PrometheusRule = z.strictObject({
  apiVersion: z.literal("monitoring.coreos.com/v1"),
  kind: z.literal("PrometheusRule"),
  metadata,
  spec: z.strictObject({
    groups: z.array(
      z.strictObject({
        name: z.string(),
        rules: z.array(
          z.strictObject({
            alert: z.string(),
            expr: z.string(),
            for: duration,
            labels: texts,
            annotations: texts,
          }),
        ),
      }),
    ),
  }),
});

export const otherKinds: Record<string, z.ZodType> = { HTTPRoute, ServiceMonitor, PrometheusRule };
