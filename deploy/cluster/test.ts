/**
 * Installs the chart in the cluster that kubectl speaks to, measures it,
 * upgrades it, breaks it in four ways and brings it back. Works in a namespace
 * of its own and removes it. `npm run test:cluster`, and `-- --load` for the
 * autoscaler too, which takes up to twenty minutes more.
 */
import { randomBytes } from "node:crypto";
import { createReport } from "../images/report.ts";
import { openRelease } from "./release.ts";
import { clusterVersion, findTools, loadImages } from "./tools.ts";

const say = (line: string) => console.log(line);

await findTools();
const version = await clusterVersion();
if (!version) {
  say(
    "The cluster was not tested: kubectl reaches none. Start one, such as kind or minikube, or set KUBECONFIG.",
  );
  process.exit(0);
}
say(`Kubernetes ${version}`);

const report = createReport(say);
const release = openRelease(`todo-test-${randomBytes(4).toString("hex")}`);
say(`Namespace ${release.namespace}`);

const secondsOf = async (work: () => Promise<void>) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
};

/** What an upgrade may do wrong, as values. */
const breakages: [string, string][] = [
  ["a bad image", "backend.image.tag=there-is-no-such-tag"],
  ["a bad configuration", "backend.env.DATABASE_TIMEOUT_MS=0"],
  // Probes come from outside of the pod.
  ["a failing readiness", "backend.env.HOST=127.0.0.1"],
];

try {
  await loadImages(["todo-backend:1.0.0", "todo-frontend:1.0.0"], say);
  await release.prepare();
  report.atMost("the install", await secondsOf(() => release.install()), 300, "s");
  report.holds("helm test", await release.passesTest());
  report.holds("todo verify", (await release.todo("verify")).ok);
  if (process.argv.includes("--load")) {
    await release.install("backend.autoscaling.enabled=true", "backend.autoscaling.maxReplicas=4");
    report.holds("todo verify --load", (await release.todo("verify", "--load")).ok);
  }

  const secret = await release.secretHash();
  report.atMost("an upgrade", await secondsOf(() => release.install("logLevel=debug")), 300, "s");
  report.holds("an upgrade keeps the secrets", (await release.secretHash()) === secret);

  // Nothing but a request of the API through the web app tells.
  await release.install("frontend.apiUrl=http://nowhere.invalid:8000");
  report.holds("helm test finds a web app that doesn't reach the API", !(await release.passesTest()));
  report.holds("todo verify finds it too", !(await release.todo("verify")).ok);
  await release.install();

  for (const [what, value] of breakages) {
    report.holds(`an upgrade with ${what} fails`, await release.breaks(value));
    const broken = await release.todo("status", "--json");
    report.holds(`with ${what}, todo status says so`, !broken.ok);
    report.holds(`with ${what}, those that ran before still do`, stillServes(broken.said));
    report.holds(`todo rollback after ${what}`, (await release.todo("rollback", "--yes")).ok);
    report.holds(`a rollback after ${what} keeps the secrets`, (await release.secretHash()) === secret);
  }
  report.holds("helm test after all", await release.passesTest());
} catch (error) {
  report.holds("everything could be tried", false, error instanceof Error ? error.message : String(error));
} finally {
  await release.remove();
}
process.exitCode = report.finish();

function stillServes(said: string): boolean {
  const { pods }: { pods: { component: string; ready: boolean }[] } = JSON.parse(
    said.slice(said.indexOf("{")),
  );
  return pods.filter(({ component, ready }) => component === "backend" && ready).length >= 2;
}
