/** compose.yaml as a newcomer uses it: filled in, up, one turn with the assistant, down. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Engine } from "./engine.ts";
import { chatTurn, signUp, tasksOf, until } from "./product.ts";
import type { Report } from "./report.ts";
import { run, works } from "./shell.ts";

export async function checkCompose(
  engine: Engine,
  project: string,
  name: string,
  report: Report,
): Promise<void> {
  const [command, ...first] = (await works("/usr/bin/docker", "compose", "version"))
    ? ["/usr/bin/docker", "compose"]
    : ["docker-compose"];
  const environment = {
    ...engine.environment,
    POSTGRES_PASSWORD: randomBytes(24).toString("hex"),
    BETTER_AUTH_SECRET: randomBytes(24).toString("hex"),
    // Any that are free.
    PORT: "0",
    API_PORT: "0",
  };
  const file = ["--file", join(project, "compose.yaml"), "--project-name", name];
  const compose = (...args: string[]) => run(command ?? "", [...first, ...file, ...args], { environment });
  const urlOf = async (service: string, port: number) =>
    `http://${(await compose("port", service, String(port))).trim()}`;

  try {
    await compose("up", "--detach", "--no-build");
    const web = await urlOf("frontend", 3000);
    await until("the web app answers", () =>
      fetch(`${web}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const person = await signUp(web);
    const answer = await chatTurn(web, person, "remind me to water the plants tomorrow");
    report.holds("compose: signs up and talks to the assistant", /water the plants/i.test(answer), answer);
    await compose("restart", "database", "backend");
    await until("the tasks are there again", () =>
      tasksOf(web, person).then(
        (titles) => titles.length === 1,
        () => false,
      ),
    );
    report.holds("compose: keeps its tasks over a restart", true);
  } finally {
    await compose("down", "--volumes", "--timeout", "20");
  }
}
