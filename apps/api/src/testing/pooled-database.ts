/** Vitest's global setup where the tests' worlds reach their database by way of PgBouncer in transaction mode. */
import type { TestProject } from "vitest/node";
import setUpDatabase from "./database.ts";
import { startPooler } from "./pooler.ts";

export default async function setup(project: TestProject) {
  const tearDown = await setUpDatabase(project);
  const pooler = await startPooler(project.getProvidedContext().databaseServer);
  project.provide("poolerServer", pooler.through(project.getProvidedContext().databaseServer));
  return async () => {
    await pooler.stop();
    await tearDown();
  };
}
