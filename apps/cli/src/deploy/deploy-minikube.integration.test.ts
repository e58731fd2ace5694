import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openHome } from "../testing/run-cli.ts";
import type { Program } from "./programs.ts";
import { history, list, pod } from "./testing/objects.ts";
import { openStandIns, type Rule } from "./testing/stand-ins.ts";

const secrets = {
  POSTGRES_PASSWORD: "hidden-password",
  BETTER_AUTH_SECRET: "hidden-0123456789-0123456789-0123456789",
  OPENAI_API_KEY: "hidden-key",
};

const images: Rule = {
  match: "^minikube .* image ls",
  stdout: JSON.stringify([
    { id: "abc", repoTags: ["docker.io/library/todo-backend:1.0.0"] },
    { id: "def", repoTags: ["todo-frontend:1.0.0"] },
  ]),
};

async function openPlace({
  programs,
  env = secrets,
}: {
  programs?: Program[];
  env?: Partial<typeof secrets>;
} = {}) {
  const standIns = await openStandIns(programs);
  const home = await openHome({ PATH: standIns.folder });
  const file = join(home.folder, "settings");
  await writeFile(
    file,
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  await standIns.answer(images);
  const deploy = (...args: string[]) => home.todo(["deploy", "minikube", "--env-file", file, ...args]);
  return { ...standIns, deploy };
}

/** The calls that change something, each by its first words. */
const steps = [
  "minikube --profile minikube start --cpus 4 --memory 8g --disk-size 20g",
  "minikube --profile minikube addons enable ingress",
  "minikube --profile minikube addons enable metrics-server",
  "minikube --profile minikube image build --tag todo-backend:1.0.0 --file apps/api/Dockerfile .",
  "minikube --profile minikube image build --tag todo-frontend:1.0.0 --file apps/web/Dockerfile .",
  "kubectl --context minikube --namespace ingress-nginx wait --for condition=Available",
  "minikube --profile minikube image ls",
  "helm get values todo",
  "helm upgrade --install todo",
  "minikube --profile minikube ip",
];

test("it starts minikube, builds, installs and tells the address, in this order", async () => {
  const { answer, calls, deploy } = await openPlace();
  await answer(images, { match: "^minikube .* ip$", stdout: "192.168.49.2\n" });

  const { code, stdout } = await deploy();

  const lines = (await calls()).map(({ line }) => line).filter((line) => !/ version/.test(line));
  expect(lines).toEqual(steps.map((step) => expect.stringContaining(step)));
  expect(code).toBe(0);
  expect(stdout).toContain("http://todo.local");
  expect(stdout).toContain("192.168.49.2 todo.local");
});

test("the images are built from a copy of the project", async () => {
  const { calls, deploy } = await openPlace();
  await deploy();
  const built = (await calls()).filter(({ line }) => line.includes(" image build "));
  expect(built.map(({ folder }) => folder)).toEqual([
    expect.stringContaining("todo-build-"),
    expect.stringContaining("todo-build-"),
  ]);
});

test("a second run is the same", async () => {
  const { calls, deploy } = await openPlace();
  await deploy();
  const first = (await calls()).map(({ line }) => line);
  expect((await deploy()).code).toBe(0);
  const second = (await calls()).map(({ line }) => line).slice(first.length);
  expect(second.toSorted()).toEqual(first.toSorted());
});

test("what was set before stays when it is installed already, unless that is to be forgotten", async () => {
  const { answer, calls, deploy } = await openPlace({ env: {} });
  await answer(images, { match: "^helm get values", stdout: '{"llm":{"provider":"openai"}}' });
  await deploy();
  await deploy("--reset-values");
  const [kept, reset] = (await calls()).filter(({ line }) => line.startsWith("helm upgrade"));
  expect(kept?.line).toContain(" --reset-then-reuse-values --values - ");
  expect(JSON.parse(kept?.input ?? "")).not.toHaveProperty("llm");
  expect(reset?.line).toMatch(/ --reset-values --values \S+values-minikube\.yaml --values - /);
});

test("secrets reach Helm by its input, and stand in no argument and no output", async () => {
  const { calls, deploy } = await openPlace();

  const { stdout, stderr } = await deploy();

  const install = (await calls()).find(({ line }) => line.startsWith("helm upgrade"));
  expect(JSON.parse(install?.input ?? "")).toEqual({
    postgresql: { password: secrets.POSTGRES_PASSWORD },
    secrets: { betterAuthSecret: secrets.BETTER_AUTH_SECRET, openaiApiKey: secrets.OPENAI_API_KEY },
    llm: { provider: "openai", model: "" },
    backend: { podAnnotations: { "todo/image": "abc" } },
    frontend: { podAnnotations: { "todo/image": "def" } },
  });
  const seen = [stdout, stderr, ...(await calls()).map(({ line }) => line)].join("\n");
  expect(seen).not.toContain("hidden");
});

test("a secret that a program repeats is not shown", async () => {
  const { answer, deploy } = await openPlace();
  await answer(images, { match: "^helm upgrade", code: 1, stderr: `got ${secrets.OPENAI_API_KEY} there\n` });
  const { stderr } = await deploy();
  expect(stderr).toContain("got [secret] there");
});

test("without a secret in the .env the chart makes one", async () => {
  const { calls, deploy } = await openPlace({ env: {} });
  expect((await deploy()).code).toBe(0);
  const install = (await calls()).find(({ line }) => line.startsWith("helm upgrade"));
  expect(JSON.parse(install?.input ?? "")).toMatchObject({ secrets: {} });
});

test("a dry run prints the commands that a run runs, and runs none", async () => {
  const { calls, deploy } = await openPlace();

  const { code, stdout } = await deploy("--dry-run");

  expect(code).toBe(0);
  const isStep = ({ line }: { line: string }) => !/ version| get values /.test(line);
  expect((await calls()).filter(isStep)).toEqual([]);
  await deploy();
  const ran = (await calls()).filter(isStep).map(({ line }) => line);
  const shown = stdout.trim().split("\n");
  const plain = shown
    .filter((line) => !line.startsWith("mkdir "))
    .map((line) => line.replace(" < (values with the secrets)", "").replace(/^\(cd \S+ && (.*)\)$/, "$1"));
  expect(plain.map((line) => line.replaceAll("'", ""))).toEqual(ran);
});

test("in a dry run the images are built from the copy that the line before makes", async () => {
  const { deploy } = await openPlace();
  const lines = (await deploy("--dry-run")).stdout.split("\n");
  const at = lines.findIndex((line) => line.startsWith("mkdir "));
  const [, folder] = /^mkdir -p (\S+) && tar /.exec(lines[at] ?? "") ?? [];
  expect(lines[at + 1]).toContain(`(cd ${folder} && minikube --profile minikube image build `);
  expect(lines[at + 2]).toContain(`(cd ${folder} && minikube --profile minikube image build `);
});

test.each(steps.map((step) => [step]))(
  "when “%s” fails, it says so, why, and what to type next",
  async (step) => {
    const { answer, calls, deploy } = await openPlace();
    const match = step.replace(/[.]/g, "\\.").slice(0, 90);
    await answer({ match, code: 7, stderr: "first line\nthe reason\n" }, images, {
      match: "^helm history",
      stdout: history("failed"),
    });

    const { code, stderr } = await deploy();

    expect(code).toBe(1);
    expect(stderr).toMatch(/✗ .* failed\. \w+ said:[\s\S]*the reason[\s\S]*Next: .*`\w+ /);
    const after = (await calls()).filter(({ line }) => line.startsWith("helm upgrade"));
    if (steps.indexOf(step) < steps.indexOf("helm upgrade --install todo")) expect(after).toEqual([]);
  },
);

test("the command to type again has every option that was given", async () => {
  const { answer, deploy } = await openPlace();
  await answer(images, { match: "^helm upgrade", code: 1, stderr: "no\n" });
  const { stderr } = await deploy("--profile", "mine", "--cpus", "2", "--memory", "4g", "--release", "other");
  expect(stderr).toMatch(
    /`todo deploy minikube --env-file \S+ --profile mine --cpus 2 --memory 4g --release other`/,
  );
});

test("an image that was not built after all is noticed before anything is installed", async () => {
  const { answer, calls, deploy } = await openPlace();
  await answer({ match: "^minikube .* image ls", stdout: "[]" });
  const { code, stderr } = await deploy();
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining("todo-backend:1.0.0 isn't in"),
  });
  expect((await calls()).some(({ line }) => line.startsWith("helm upgrade"))).toBe(false);
});

test("an install that doesn't get ready says which pod holds it up", async () => {
  const { answer, deploy } = await openPlace();
  const waiting = { reason: "ImagePullBackOff", message: "no such tag" };
  await answer(
    images,
    { match: "^helm upgrade", code: 1, stderr: "Error: context deadline exceeded\n" },
    { match: "^helm history", stdout: history("failed") },
    { match: "^kubectl .* get pods", stdout: list(pod({ ready: false, waiting })) },
  );

  const { stderr } = await deploy();

  expect(stderr).toMatch(/todo-backend-1: its image can't be had \(no such tag\)/);
  expect(stderr).toContain("todo rollback");
});

test.each([
  ["v3.18.0", "--atomic"],
  ["v4.1.4", "--rollback-on-failure"],
])("Helm %s goes back by itself with %s", async (version, option) => {
  const { answer, calls, deploy } = await openPlace();
  await answer(images, { match: "^helm version", stdout: version });
  await deploy("--rollback-on-failure");
  expect((await calls()).find(({ line }) => line.startsWith("helm upgrade"))?.line).toContain(option);
});

test("programs that are missing or too old are all named, with where to get them", async () => {
  const { answer, calls, deploy } = await openPlace({ programs: ["docker", "kubectl", "helm"] });
  await answer(
    { match: "^helm version", stdout: "v3.13.2" },
    { match: "^docker version", code: 1, stderr: "Cannot connect to the Docker daemon\n" },
  );

  const { code, stderr } = await deploy();

  expect(code).toBe(1);
  expect(stderr).toMatch(/minikube is missing\. Install minikube, from minikube\.sigs\.k8s\.io/);
  expect(stderr).toMatch(/helm 3\.13\.2 is too old: 3\.14 or later/);
  expect(stderr).toMatch(/docker doesn't work: Cannot connect.*Start Docker/);
  expect((await calls()).every(({ line }) => / version/.test(line))).toBe(true);
});

test("less than the usual machine is taken with a warning", async () => {
  const { calls, deploy } = await openPlace();
  const { code, stderr } = await deploy("--cpus", "2", "--memory", "4g");
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("4 and 8g are better") });
  expect((await calls()).map(({ line }) => line).join("\n")).toContain("--cpus 2 --memory 4g");
});

test.each([
  [["--cpus", "1"], "at least --cpus 2 --memory 4g"],
  [["--memory", "2g"], "at least --cpus 2 --memory 4g"],
  [["--memory", "plenty"], "--memory takes a size"],
  [["--set", "a=b"], "--set belongs to `todo deploy cluster`"],
  [["--namespace", "My Tasks"], "--namespace takes small letters"],
])("%j is refused before anything is called", async (args, words) => {
  const { calls, deploy } = await openPlace();
  const { code, stderr } = await deploy(...args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  expect(await calls()).toEqual([]);
});
