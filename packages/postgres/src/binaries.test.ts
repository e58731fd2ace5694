import { expect, test } from "vitest";
import { prepareBinaries } from "./binaries.ts";

test("a platform without binaries is told to bring its own database", async () => {
  const preparing = prepareBinaries({
    dataDir: "/tmp",
    user: undefined,
    log: () => {},
    platform: "plan9-mips",
  });
  await expect(preparing).rejects.toMatchObject({
    name: "StartupError",
    message: expect.stringContaining("no embedded PostgreSQL for plan9-mips"),
    remedy: "Set DATABASE_URL to a PostgreSQL 15 or later.",
  });
});
