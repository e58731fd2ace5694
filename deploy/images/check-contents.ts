/** What is in an image, and what isn't. */
import { z } from "zod";
import type { Images } from "./build.ts";
import type { Engine } from "./engine.ts";
import type { Report } from "./report.ts";
import { run } from "./shell.ts";

const Inspected = z.tuple([
  z.object({
    Size: z.number(),
    Config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Labels: z.record(z.string(), z.string()),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
      Entrypoint: z.array(z.string()),
      Cmd: z.array(z.string()),
    }),
  }),
]);

const limits = {
  backend: { megabytes: 160, compressed: 60, user: "1000:1000" },
  frontend: { megabytes: 190, compressed: 70, user: "1001:1001" },
};

/** Whatever a running service has no use for, or a reader of the image no business with. */
const unwanted = [
  /(^|\/)(sh|bash|dash|busybox|apt|apt-get|dpkg|npm|npx|yarn|gcc|make|python3?|curl|wget)$/,
  /(^|\/)\.(env|git|npmrc)(\/|$)/,
  /^app\/.*\.(ts|tsx|map)$/,
  /^app\/.*\.test\./,
];

export async function checkContents(engine: Engine, images: Images, report: Report): Promise<void> {
  for (const [name, { megabytes, compressed, user }] of Object.entries(limits)) {
    const image = name === "backend" ? images.backend : images.frontend;
    const [{ Size, Config }] = Inspected.parse(JSON.parse(await engine.docker(["image", "inspect", image])));
    report.atMost(`${name}: size`, Size / 1e6, megabytes, "MB");
    report.atMost(`${name}: compressed`, (await compressedBytes(engine, image)) / 1e6, compressed, "MB");
    report.holds(`${name}: runs as ${user}`, Config.User === user, Config.User);
    report.holds(
      `${name}: is started and checked without a shell`,
      Config.Healthcheck.Test[0] === "CMD" && Config.Entrypoint[0] === "/nodejs/bin/node",
    );
    const labels = ["title", "description", "version", "revision", "licenses"];
    report.holds(
      `${name}: says what it is`,
      labels.every((label) => Config.Labels[`org.opencontainers.image.${label}`]),
    );
    const secretive = Config.Env.filter((variable) =>
      /secret|password|_key|_url=http|database/i.test(variable),
    );
    report.holds(`${name}: holds no secret and no address`, secretive.length === 0, secretive.join(" "));
    const files = await filesIn(engine, image);
    const found = files.filter((file) => unwanted.some((pattern) => pattern.test(file)));
    report.holds(
      `${name}: holds no shell, package manager, build tool or source`,
      found.length === 0,
      found.slice(0, 5).join(" "),
    );
  }
}

async function compressedBytes({ environment }: Engine, image: string): Promise<number> {
  const counted = await run("sh", ["-c", 'docker save "$0" | gzip -6 | wc -c', image], {
    environment: { ...environment, PATH: `/usr/bin:${process.env.PATH}` },
  });
  return Number(counted);
}

async function filesIn({ docker, environment }: Engine, image: string): Promise<string[]> {
  const container = (await docker(["create", image])).trim();
  try {
    const listed = await run("sh", ["-c", 'docker export "$0" | tar -t', container], {
      environment: { ...environment, PATH: `/usr/bin:${process.env.PATH}` },
    });
    return listed.split("\n").filter(Boolean);
  } finally {
    await docker(["rm", "--force", container]);
  }
}
