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

const existing = "secrets.existingSecret=mine";
const pooled = "secrets.databaseUrl=postgresql://u:p@pooler:6432/todo";

test.each<[string, string[], number[]]>([
  ["a database's usual port", ["secrets.databaseUrl=postgresql://u:p@db/todo"], [5432]],
  ["a pooler's port", [pooled], [6432]],
  ["both", [pooled, "secrets.directDatabaseUrl=postgresql://u:p@db/todo"], [6432, 5432]],
  ["each host's", ["secrets.databaseUrl=postgresql://u:p@[fd00::1]\\,two:6000/todo"], [5432, 6000]],
  ["an address that is no URL", ["secrets.databaseUrl=postgresql://u:50%@db:6000/todo"], [6000]],
  ["an existing Secret", [existing], [5432]],
  ["a port that is given", [existing, "networkPolicy.databasePort=6000"], [6000]],
  ["ports that are given", [existing, "networkPolicy.databasePorts={6432,5432}"], [6432, 5432]],
  ["given before seen", [pooled, "networkPolicy.databasePorts={7000}"], [7000]],
])("the API reaches its database and nothing beside it: %s", (_, set, ports) => {
  expect(openOf(set)).toEqual(ports.toSorted());
});

test.each<[string, string[], number[]]>([
  ["TLS from the start", ["secrets.smtpUrl=smtps://u:p@mail"], [465]],
  ["STARTTLS", ["secrets.smtpUrl=smtp://u:p@mail"], [587]],
  ["a port in the address", ["secrets.smtpUrl=smtp://u:p@mail:2525?pool=true"], [2525]],
  ["a port that is given", ["secrets.smtpUrl=smtp://u:p@mail", "mail.port=26"], [26]],
])("the API reaches its mail server: %s", (_, set, ports) => {
  const open = openOf([...set, "mail.from=a@b.c", "secrets.databaseUrl=postgresql://db/todo"]);
  expect(open.filter((port) => port !== 5432)).toEqual(ports);
});

test("the API reaches a mail server that only an existing Secret knows", () => {
  expect(openOf([existing, "mail.from=a@b.c"])).toEqual([465, 587, 5432].toSorted());
});

/** Which of the ports in question the API reaches, wherever that is. */
function openOf(set: string[]): number[] {
  const objects = render({ set });
  const from = workloadsOf(objects).find(({ labels }) => labels[COMPONENT] === "backend")?.labels ?? {};
  return [25, 26, 465, 587, 2525, 5432, 6000, 6432, 7000]
    .filter((port) => reaches(objects, { from, to: undefined, port }))
    .toSorted();
}
