import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openHome } from "../testing/run-cli.ts";
import { config, history, list, pod } from "./testing/objects.ts";
import { openStandIns, type Rule } from "./testing/stand-ins.ts";

const address = "postgresql://todo:hidden-password@db.example.com/todo";

const state: Rule[] = [
  { match: "^helm history", stdout: history("deployed") },
  { match: "^kubectl .* get pods", stdout: list(pod(), config) },
];

async function openPlace(env = `DATABASE_URL=${address}\n`) {
  const standIns = await openStandIns(["docker", "kubectl", "helm"]);
  const home = await openHome({ PATH: standIns.folder });
  const file = join(home.folder, "settings");
  await writeFile(file, env);
  await standIns.answer(...state);
  const deploy = (...args: string[]) =>
    home.todo(["deploy", "cluster", "--yes", "--env-file", file, ...args]);
  const lines = async () =>
    (await standIns.calls())
      .map(({ line }) => line)
      .filter((line) => !/ (version|--ignore-not-found|get values)/.test(line));
  return { ...standIns, home, deploy, lines };
}

const inputOf = async (calls: () => Promise<{ line: string; input: string }[]>, words: string) =>
  JSON.parse((await calls()).find(({ line }) => line.includes(words))?.input ?? "{}");

const decoded = (data: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString()]),
  );

test("production gets a Secret of its own and values that name it", async () => {
  const { answer, calls, deploy, lines } = await openPlace();
  await answer(...state, { match: "get secret .*resourceVersion", stdout: "1234" });

  const { code, stdout } = await deploy("--context", "prod");

  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("http://todo.local") });
  const [namespace, secret, , install] = await lines();
  expect(namespace).toBe("kubectl --context prod create namespace todo-app");
  expect(secret).toContain("kubectl --context prod --namespace todo-app apply --server-side");
  expect(install).toMatch(
    /^helm upgrade --install todo .*values-prod\.yaml --values - --set secrets\.existingSecret=todo-secrets/,
  );
  const { data } = await inputOf(calls, " apply ");
  expect(decoded(data)).toEqual({
    "database-url": address,
    "better-auth-secret": expect.stringMatching(/^[\w-]{48}$/),
  });
  expect(await inputOf(calls, "helm upgrade")).toEqual({
    backend: { podAnnotations: { "todo/secret-version": "1234" } },
    networkPolicy: { databasePorts: [5432] },
  });
});

test("what the Secret held already stays in it", async () => {
  const { answer, calls, deploy } = await openPlace("OPENAI_API_KEY=hidden-key\n");
  const kept = { "database-url": address, "better-auth-secret": "kept" };
  const data = Object.fromEntries(
    Object.entries(kept).map(([key, value]) => [key, Buffer.from(value).toString("base64")]),
  );
  await answer(...state, { match: "get secret .*json$", stdout: JSON.stringify({ data }) });

  expect((await deploy()).code).toBe(0);

  expect(decoded((await inputOf(calls, " apply ")).data)).toEqual({
    ...kept,
    "openai-api-key": "hidden-key",
  });
});

test("a Secret that can't be read is left alone, since a new one would sign everybody out", async () => {
  const { answer, deploy, lines } = await openPlace();
  await answer({ match: "get secret .*json$", code: 1, stderr: "Error from server (Forbidden): secrets\n" });
  const { code, stderr } = await deploy();
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("sign in to the cluster") });
  expect(await lines()).toEqual([]);
});

test("secrets stand in no argument and no output, in a dry run as well", async () => {
  const { calls, deploy } = await openPlace();
  const ran = await deploy();
  const shown = await deploy("--dry-run");
  const seen = [ran, shown].flatMap(({ stdout, stderr }) => [stdout, stderr]);
  expect([...seen, ...(await calls()).map(({ line }) => line)].join("\n")).not.toContain("hidden");
});

test("a database's address that is nowhere is asked for before anything is changed", async () => {
  const { deploy, lines } = await openPlace("");
  const { code, stderr } = await deploy();
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("Put DATABASE_URL=") });
  expect(await lines()).toEqual([]);
});

test("values of one's own win over the .env's, in the order given", async () => {
  const { deploy, lines } = await openPlace();
  await deploy("--values", "one.yaml", "--values", "two.yaml", "--set", "a=1", "--set", "b=2");
  expect((await lines())[0]).toMatch(
    /--values - --values one\.yaml --values two\.yaml --set a=1 --set b=2 --wait/,
  );
});

test("images are built and pushed only when that is asked for", async () => {
  const { deploy, lines } = await openPlace();

  await deploy("--image-registry", "registry.example.com/team", "--push");

  expect((await lines()).filter((line) => line.startsWith("docker"))).toEqual([
    expect.stringContaining("docker build --tag registry.example.com/team/todo-backend:1.0.0"),
    "docker push registry.example.com/team/todo-backend:1.0.0",
    expect.stringContaining("docker build --tag registry.example.com/team/todo-frontend:1.0.0"),
    "docker push registry.example.com/team/todo-frontend:1.0.0",
  ]);
  expect((await lines()).at(-3)).toContain("--set imageRegistry=registry.example.com/team");
});

test("a dry run prints the commands that a run runs, and runs none", async () => {
  const { calls, deploy } = await openPlace();
  const { stdout } = await deploy("--dry-run", "--image-registry", "images.example.com", "--push");
  expect((await calls()).every(({ line }) => /^helm (version|get values) /.test(line))).toBe(true);
  const before = (await calls()).length;

  await deploy("--image-registry", "images.example.com", "--push");

  const ran = (await calls()).slice(before).map(({ line }) => line);
  const shown = stdout.trim().split("\n");
  const plain = shown.map((line) => unadorned(line));
  expect(ran.filter((line) => plain.includes(line))).toEqual(plain);
});

/** Without the folder that it runs in, what it reads, and quotes. */
const unadorned = (line: string) =>
  line
    .replace(/ < \(.*\)$/, "")
    .replace(/^\(cd \S+ && (.*)\)$/, "$1")
    .replaceAll("'", "");

const installIn = (lines: string[]) => lines.find((line) => line.startsWith("helm upgrade"));

const lastValues = (values: object): Rule => ({ match: "^helm get values", stdout: JSON.stringify(values) });

test("an install of what is there keeps what was set before, under what is given now", async () => {
  const { answer, deploy, lines } = await openPlace();
  await answer(lastValues({ secrets: { existingSecret: "todo-secrets" } }), ...state);

  await deploy("--set", "logLevel=debug");

  const install = installIn(await lines());
  expect(install).toContain(
    " --reset-then-reuse-values --values - --set secrets.existingSecret=todo-secrets --set logLevel",
  );
  // It has a host of its own, and would take the place of the one that was set.
  expect(install).not.toContain("values-prod.yaml");
});

test("what was set before is forgotten when that is asked for", async () => {
  const { answer, deploy, lines } = await openPlace();
  await answer(lastValues({ secrets: { existingSecret: "mine" } }), ...state);
  await deploy("--reset-values");
  expect(installIn(await lines())).toMatch(
    / --reset-values --values \S+values-prod\.yaml --values - --set secrets\.existingSecret=todo-secrets /,
  );
});

test.each<[string, object, string[]]>([
  ["the Secret that was named before", { secrets: { existingSecret: "mine" } }, ["apply mine"]],
  ["no Secret where values have their own way", { secrets: { databaseUrl: "…" } }, []],
  ["no Secret where nothing was set", {}, []],
])("the .env goes into %s", async (_, values, expected) => {
  const { answer, calls, deploy } = await openPlace();
  await answer(lastValues(values), ...state);
  expect((await deploy()).code).toBe(0);
  const applied = (await calls()).filter(({ line }) => line.includes(" apply "));
  expect(applied.map(({ input }) => `apply ${JSON.parse(input).metadata.name}`)).toEqual(expected);
});

test("a release that can't be asked for what was set is not touched", async () => {
  const { answer, deploy, lines } = await openPlace();
  await answer({ match: "^helm get values", code: 1, stderr: "Error: i/o timeout\n" }, ...state);
  const { code, stderr } = await deploy();
  expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining("`kubectl cluster-info`") });
  expect(await lines()).toEqual([]);
});

const steps = [
  "helm get values todo",
  "get secret todo-secrets --ignore-not-found",
  "docker build --tag images.example.com/todo-backend",
  "docker push images.example.com/todo-backend",
  "docker build --tag images.example.com/todo-frontend",
  "docker push images.example.com/todo-frontend",
  "create namespace todo-app",
  "apply --server-side",
  "get secret todo-secrets --output jsonpath",
  "helm upgrade --install todo",
];

test.each(steps)("when “%s” fails, it says so, why, and the command that was typed", async (step) => {
  const { answer, calls, deploy } = await openPlace();
  await answer({ match: step, code: 7, stderr: "first line\nthe reason\n" }, ...state);

  const registry = ["--image-registry", "images.example.com", "--push"];
  const { code, stderr } = await deploy(
    "--context",
    "prod",
    ...registry,
    "--set",
    "publicUrl=https://a.b/?c d",
  );

  expect(code).toBe(1);
  expect(stderr).toMatch(/✗ .* failed\. \w+ said:[\s\S]*the reason[\s\S]*Next: /);
  const again =
    / *`todo deploy cluster --yes --env-file \S+ --context prod --image-registry images\.example\.com --push --set 'publicUrl=https:\/\/a\.b\/\?c d'`/;
  expect(stderr).toMatch(again);
  const after = (await calls()).filter(({ line }) => line.startsWith("helm upgrade"));
  expect(after).toHaveLength(step.startsWith("helm upgrade") ? 1 : 0);
});

test("a secret that was typed among the values isn't repeated", async () => {
  const { answer, deploy } = await openPlace(
    "DATABASE_URL=postgresql://db/todo\nOPENAI_API_KEY=hidden-key\n",
  );
  await answer({ match: "^helm upgrade", code: 1, stderr: "no\n" }, ...state);
  const { stderr } = await deploy("--set", "backend.env.OTHER=hidden-key");
  expect(stderr).toContain("Next: ");
  expect(stderr).not.toContain("hidden-key");
});

test("a namespace that is there already is no trouble", async () => {
  const { answer, deploy } = await openPlace();
  await answer(...state, {
    match: "create namespace",
    code: 1,
    stderr: 'namespaces "todo-app" already exists\n',
  });
  expect((await deploy()).code).toBe(0);
});

test("a cluster that can't be reached has an exit code of its own", async () => {
  const { answer, deploy } = await openPlace();
  await answer({
    match: "create namespace",
    code: 1,
    stderr: "Unable to connect to the server: i/o timeout\n",
  });
  const { code, stderr } = await deploy();
  expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining("`kubectl cluster-info`") });
});

test.each([
  [["--set", "secrets.openaiApiKey=abc"], "secrets.openaiApiKey is secret"],
  [["--push"], "--push needs --image-registry"],
  [["--cpus", "4"], "--cpus belongs to `todo deploy minikube`"],
])("%j is refused before anything is called", async (args, words) => {
  const { calls, deploy } = await openPlace();
  const { code, stderr } = await deploy(...args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  expect(await calls()).toEqual([]);
});

test("without a terminal nothing is installed unasked", async () => {
  const { home, lines } = await openPlace();
  const { code, stderr } = await home.todo(["deploy", "cluster"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("add --yes") });
  expect(await lines()).toEqual([]);
});
