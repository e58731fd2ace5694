import { expect, test } from "vitest";
import { openHome } from "../testing/run-cli.ts";
import { autoscaler, config, history, list, pod, service } from "./testing/objects.ts";
import { openStandIns, type Rule } from "./testing/stand-ins.ts";

async function openPlace(...rules: Rule[]) {
  const standIns = await openStandIns(["kubectl", "helm"]);
  await standIns.answer(...rules);
  return { ...standIns, ...(await openHome({ PATH: standIns.folder })), calls: standIns.calls };
}

const healthy: Rule[] = [
  { match: "^helm history", stdout: history("superseded", "deployed") },
  {
    match: "^kubectl .* get pods",
    stdout: list(pod(), service("backend", 8000), autoscaler(2), config),
  },
];

test("the status is a table of what there is", async () => {
  const { todo } = await openPlace(...healthy);
  const { code, stdout } = await todo(["status"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/✓ todo in todo-app is ready\n {2}revision 2, deployed, todo-app-1\.0\.0/);
  expect(stdout).toContain("http://todo.local");
  expect(stdout).toMatch(/POD +READY +STATE +RESTARTS +AGE +NODE\ntodo-backend-1 +yes +Running +2 /);
  expect(stdout).toMatch(/SERVICE +TYPE +PORTS\ntodo-backend +ClusterIP +8000/);
  expect(stdout).toMatch(/AUTOSCALER +PODS +WANTED +LEAST +MOST\ntodo-backend +2 +2 +2 +20/);
});

test("the status is told to programs as JSON", async () => {
  const { todo } = await openPlace(...healthy);
  const { stdout } = await todo(["status", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    ready: true,
    revision: { revision: 2 },
    pods: [{ name: "todo-backend-1", ready: true, restarts: 2 }],
    autoscalers: [{ wanted: 2 }],
  });
});

test.each([
  ["CrashLoopBackOff", /todo-backend-1: backend ends again and again.*kubectl logs todo-backend-1/],
  ["ErrImagePull", /its image can't be had \(the words\)/],
  ["CreateContainerConfigError", /its configuration is incomplete \(the words\)/],
])("a pod in %s is explained", async (reason, words) => {
  const waiting = { reason, message: "the words" };
  const { todo } = await openPlace(
    { match: "^helm history", stdout: history("deployed") },
    { match: "^kubectl .* get pods", stdout: list(pod({ ready: false, waiting })) },
  );
  const { code, stdout } = await todo(["status"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(words) });
});

test("a release that isn't there is named with what to do", async () => {
  const { todo } = await openPlace(
    { match: "^helm", code: 1, stderr: "Error: release: not found\n" },
    { match: "^kubectl", stdout: list() },
  );
  const { code, stderr } = await todo(["status", "--namespace", "elsewhere"]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/no release todo in the namespace elsewhere.*todo deploy/),
  });
});

test("a cluster that isn't there has an exit code of its own", async () => {
  const { todo } = await openPlace({ match: "", code: 1, stderr: "connection refused\n" });
  const { code, stderr } = await todo(["status"]);
  expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining("kubectl cluster-info") });
});

test("a rollback goes to the last revision that worked, waits, and shows the state", async () => {
  const { todo, calls } = await openPlace(
    { match: "^helm history", stdout: history("superseded", "deployed", "failed", "failed"), once: true },
    ...healthy,
  );

  const { code, stdout, stderr } = await todo(["rollback", "--yes"]);

  expect(code).toBe(0);
  expect((await calls()).map(({ line }) => line)).toContain(
    "helm rollback todo 2 --wait --timeout 10m --namespace todo-app",
  );
  expect(stderr).toMatch(/From revision 4 to 2: todo-app-1\.0\.0[\s\S]*schema of the database stays/);
  expect(stdout).toContain("is ready");
});

test("a rollback to a revision by number", async () => {
  const { todo, calls } = await openPlace(...healthy);
  await todo(["rollback", "1", "--yes"]);
  expect((await calls()).map(({ line }) => line).join("\n")).toContain("helm rollback todo 1 ");
});

test.each([
  [["rollback", "9", "--yes"], 2, "There is no revision 9. There are 1, 2."],
  [["rollback"], 2, "add --yes"],
])("%j changes nothing", async (args, code, words) => {
  const { todo, calls } = await openPlace(...healthy);
  expect(await todo(args)).toMatchObject({ code, stderr: expect.stringContaining(words) });
  expect((await calls()).some(({ line }) => line.startsWith("helm rollback"))).toBe(false);
});

test("a rollback that fails says why and what to type next", async () => {
  const { todo } = await openPlace({ match: "^helm rollback", code: 1, stderr: "the reason\n" }, ...healthy);
  const { code, stderr } = await todo(["rollback", "--yes"]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /Rolling back to revision 1 failed[\s\S]*the reason[\s\S]*Next: `todo status`/,
    ),
  });
});

test("with nothing to go back to, a rollback says so", async () => {
  const { todo } = await openPlace({ match: "^helm history", stdout: history("deployed") });
  expect(await todo(["rollback", "--yes"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("There is no earlier revision that worked."),
  });
});

test("a dry run of a rollback prints the command and goes nowhere", async () => {
  const { todo, calls } = await openPlace(...healthy);
  const { code, stdout } = await todo(["rollback", "--dry-run", "--context", "prod"]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "helm rollback todo 1 --wait --timeout 10m --namespace todo-app --kube-context prod\n",
  });
  expect((await calls()).some(({ line }) => line.startsWith("helm rollback"))).toBe(false);
});
