/** Who reaches whom, as a cluster that enforces NetworkPolicies decides it between pods of one namespace. */
import { BlockList } from "node:net";
import { z } from "zod";
import type { KubernetesObject } from "./render.ts";
import { selects, type Workload } from "./workloads.ts";

const Selector = z.object({
  matchLabels: z.record(z.string(), z.string()).default({}),
  matchExpressions: z
    .array(z.object({ key: z.string(), operator: z.literal("In"), values: z.array(z.string()) }))
    .default([]),
});

/** A peer of another namespace or outside of the cluster is none of these pods. */
const Peer = z.looseObject({
  podSelector: Selector.optional(),
  namespaceSelector: z.unknown().optional(),
  ipBlock: z.object({ cidr: z.string(), except: z.array(z.string()).default([]) }).optional(),
});
const Ports = z.array(
  z.object({ port: z.union([z.string(), z.number()]), protocol: z.enum(["TCP", "UDP"]).default("TCP") }),
);

const Policy = z.object({
  spec: z.object({
    podSelector: Selector,
    policyTypes: z.array(z.enum(["Ingress", "Egress"])),
    ingress: z.array(z.object({ from: z.array(Peer).optional(), ports: Ports.optional() })).default([]),
    egress: z.array(z.object({ to: z.array(Peer).optional(), ports: Ports.optional() })).default([]),
  }),
});

export type Labels = Record<string, string>;

export interface Conversation {
  from: Labels;
  /** Undefined: something outside of the namespace, such as the cluster's name server. */
  to: Workload | undefined;
  /** Where that something is; left out, nobody knows. */
  address?: string;
  port: number;
  protocol?: "TCP" | "UDP";
}

/** Both sides have to allow it; a side that no policy selects allows all. */
export function reaches(
  objects: KubernetesObject[],
  { from, to, address, port, protocol = "TCP" }: Conversation,
): boolean {
  const policies = objects
    .filter(({ kind }) => kind === "NetworkPolicy")
    .map((object) => Policy.parse(object).spec);
  const opens = (ports: z.infer<typeof Ports> | undefined) =>
    !ports || ports.some((one) => one.protocol === protocol && numberOf(one.port, to) === port);
  const means = (peers: z.infer<typeof Peer>[] | undefined, labels: Labels | undefined) =>
    !peers ||
    (labels !== undefined && peers.some((peer) => isMeant(peer, labels))) ||
    (address !== undefined && peers.some(({ ipBlock }) => ipBlock && holds(ipBlock, address)));

  const leaving = policies.filter((one) => one.policyTypes.includes("Egress") && fits(one.podSelector, from));
  const mayLeave =
    leaving.length === 0 ||
    leaving.some(({ egress }) => egress.some((rule) => opens(rule.ports) && means(rule.to, to?.labels)));
  const entering = policies.filter(
    (one) => to && one.policyTypes.includes("Ingress") && fits(one.podSelector, to.labels),
  );
  const mayEnter =
    entering.length === 0 ||
    entering.some(({ ingress }) => ingress.some((rule) => opens(rule.ports) && means(rule.from, from)));
  return mayLeave && mayEnter;
}

const isMeant = ({ podSelector, namespaceSelector }: z.infer<typeof Peer>, labels: Labels) =>
  podSelector !== undefined && namespaceSelector === undefined && fits(podSelector, labels);

function holds({ cidr, except }: { cidr: string; except: string[] }, address: string): boolean {
  const [inside, outside] = [blocks([cidr]), blocks(except)];
  return inside(address) && !outside(address);
}

function blocks(networks: string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [start = "", bits] = network.split("/");
    list.addSubnet(start, Number(bits), familyOf(start));
  }
  return (address) => list.check(address, familyOf(address));
}

const familyOf = (address: string) => (address.includes(":") ? "ipv6" : "ipv4");

const fits = ({ matchLabels, matchExpressions }: z.infer<typeof Selector>, labels: Labels) =>
  selects(matchLabels, labels) &&
  matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ""));

/** A name stands for the port that a container of the pod gives it. */
function numberOf(port: string | number, to: Workload | undefined): number | undefined {
  if (typeof port === "number") return port;
  return to?.containers.flatMap(({ ports }) => ports).find(({ name }) => name === port)?.containerPort;
}
