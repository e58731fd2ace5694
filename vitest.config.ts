/** Kinds of tests: unit (pure, and the web's), integration (on the embedded PostgreSQL), chart (with Helm), e2e (the built product in a browser). */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const integrationFiles = "**/*.integration.test.ts";
const generated = ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/.data/**"];

/** Files that Vitest has never run it takes by their size, the largest first. These are the smallest, and take the longest. */
const everyScreen = /e2e\/(left-to-right|right-to-left|larger-text)\.test\.ts$/;

/** How fast a machine is, and what else it does, is nothing that a test is about: what is waited for comes, later on a busy one. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } };

class EveryScreenFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isFirst = ({ moduleId }: TestSpecification) => everyScreen.test(moduleId);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: EveryScreenFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/web/**/*.test.{ts,tsx}",
            "apps/cli/src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "faults/**/*.test.ts",
          ],
          exclude: [...generated, integrationFiles],
          maxWorkers: 2,
          setupFiles: "vitest.setup.ts",
          ...patience,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "integration",
          include: ["apps/api/src/**/*.test.ts", integrationFiles],
          exclude: generated,
          globalSetup: "apps/api/src/testing/database.ts",
          setupFiles: ["vitest.setup.ts", "apps/api/src/testing/each-file.ts"],
          pool: "forks",
          maxWorkers: 2,
          // The API's modules are loaded once a worker; each test has people of its own instead.
          isolate: false,
          ...patience,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The ways in again, through PgBouncer in transaction mode. Needs PgBouncer, so `npm test` leaves it out.
        test: {
          name: "pooled",
          include: ["apps/api/src/**/*.pooled.ts", "apps/api/src/{surfaces,assistant,journal}/*.test.ts"],
          exclude: generated,
          globalSetup: "apps/api/src/testing/pooled-database.ts",
          setupFiles: ["vitest.setup.ts", "apps/api/src/testing/each-file.ts"],
          pool: "forks",
          maxWorkers: 2,
          isolate: false,
          ...patience,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "chart",
          include: ["deploy/**/*.test.ts"],
          exclude: generated,
          setupFiles: "vitest.setup.ts",
          ...patience,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          exclude: generated,
          globalSetup: "e2e/product.ts",
          // A worker keeps its browser from file to file; each test opens windows of its own.
          isolate: false,
          // Most of the time they wait for a page.
          maxWorkers: 3,
          ...patience,
          // Some hooks start the whole product, while others have the machine to themselves.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
