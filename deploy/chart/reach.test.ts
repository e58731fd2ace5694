import { describe, expect, test } from "vitest";
import { type Conversation, type Labels, reaches } from "./reach.ts";
import { render } from "./render.ts";
import { workloadsOf } from "./workloads.ts";

const COMPONENT = "app.kubernetes.io/component";

/** What `todo verify` labels its pod with. */
const verifier = (backend: Labels): Labels => ({
  "app.kubernetes.io/name": backend["app.kubernetes.io/name"] ?? "",
  "app.kubernetes.io/instance": backend["app.kubernetes.io/instance"] ?? "",
  [COMPONENT]: "verify",
});

describe.each([
  ["open to the cluster", []],
  [
    "open to a controller's namespace alone",
    ["networkPolicy.from[0].namespaceSelector.matchLabels.name=ingress"],
  ],
])("NetworkPolicies that are enforced, %s", (_, extra) => {
  const objects = render({ set: ["postgresql.enabled=true", ...extra] });
  const workloads = workloadsOf(objects);
  const one = (component: string) => {
    const found = workloads.find(({ labels, object }) => (labels[COMPONENT] ?? object.kind) === component);
    if (!found) throw new Error(`There is no ${component}.`);
    return found;
  };
  const backend = one("backend");
  const frontend = one("frontend");
  const database = one("postgresql");
  const tester = one("test");
  const stranger = { app: "stranger" };

  test.each<[string, Conversation]>([
    ["the web app reaches the API", { from: frontend.labels, to: backend, port: 8000 }],
    // Its migrations too: an init container has the labels of its pod.
    ["the API reaches the database", { from: backend.labels, to: database, port: 5432 }],
    ["the API asks for names", { from: backend.labels, to: undefined, port: 53, protocol: "UDP" }],
    ["the web app asks for names", { from: frontend.labels, to: undefined, port: 53, protocol: "UDP" }],
    ["the API reaches push services", { from: backend.labels, to: undefined, address: "1.1.1.1", port: 443 }],
    ["the API reaches them by IPv6", { from: backend.labels, to: undefined, address: "2a00::1", port: 443 }],
    ["helm test reaches the API", { from: tester.labels, to: backend, port: 8000 }],
    ["helm test reaches the web app", { from: tester.labels, to: frontend, port: 3000 }],
    ["todo verify reaches the API", { from: verifier(backend.labels), to: backend, port: 8000 }],
    ["todo verify reaches the web app", { from: verifier(backend.labels), to: frontend, port: 3000 }],
  ])("%s", (_name, conversation) => {
    expect(reaches(objects, conversation)).toBe(true);
  });

  test.each<[string, Conversation]>([
    ["the web app doesn't reach the database", { from: frontend.labels, to: database, port: 5432 }],
    ["a stranger doesn't reach the database", { from: stranger, to: database, port: 5432 }],
    ["the API reaches no model without one", { from: backend.labels, to: undefined, port: 443 }],
    ...["10.0.0.1", "172.20.0.1", "192.168.1.1", "169.254.169.254", "fd00::1", "::1"].map(
      (address): [string, Conversation] => [
        `the API doesn't reach ${address}, whoever names it`,
        { from: backend.labels, to: undefined, address, port: 443 },
      ],
    ),
    [
      "the API reaches other ports nowhere",
      { from: backend.labels, to: undefined, address: "1.1.1.1", port: 25 },
    ],
    ["the database reaches nothing", { from: database.labels, to: undefined, port: 53, protocol: "UDP" }],
  ])("%s", (_name, conversation) => {
    expect(reaches(objects, conversation)).toBe(false);
  });

  test("a stranger reaches the API only where nobody is named", () => {
    expect(reaches(objects, { from: stranger, to: backend, port: 8000 })).toBe(extra.length === 0);
  });
});
