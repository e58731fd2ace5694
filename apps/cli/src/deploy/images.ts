/** The two images and where they are built from. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { DeployError } from "./trouble.ts";

export const images = [
  { component: "backend", tag: `todo-backend:${manifest.version}`, dockerfile: "apps/api/Dockerfile" },
  { component: "frontend", tag: `todo-frontend:${manifest.version}`, dockerfile: "apps/web/Dockerfile" },
] as const;

/** The project's folder, which holds the chart and what the images are made of. Throws DeployError. */
export function findProject(): string {
  const folder = resolve(fileURLToPath(new URL("../../../..", import.meta.url)));
  if (existsSync(join(folder, "charts", "todo-app", "Chart.yaml"))) return folder;
  throw new DeployError(
    `There is no chart in ${folder}. Run this in a clone of Todo's repository: npx todo deploy.`,
  );
}

export const chartOf = (projectDir: string) => join(projectDir, "charts", "todo-app");
