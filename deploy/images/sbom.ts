/** `npm run sbom`: what each image is made of, as CycloneDX, in dist/sbom. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { run } from "./shell.ts";

const Bill = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.looseObject({ name: z.string(), version: z.string() })),
});

const workspaces = { "todo-backend": "@todo/api", "todo-frontend": "@todo/web" };
const project = join(import.meta.dirname, "..", "..");
const folder = join(project, "dist", "sbom");

mkdirSync(folder, { recursive: true });
for (const [image, workspace] of Object.entries(workspaces)) {
  const options = ["--sbom-format=cyclonedx", "--omit=dev", `--workspace=${workspace}`];
  const bill = Bill.parse(JSON.parse(await run("npm", ["sbom", ...options, `--prefix=${project}`])));
  // Named as what it lies beside.
  bill.metadata.component.name = image;
  const file = join(folder, `${image}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${image}: ${bill.components.length} components, dist/sbom/${image}.cdx.json`);
}
