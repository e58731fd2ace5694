/**
 * Builds the images and holds them to what they promise: small, quick to be
 * ready, without root, without a shell, stopped in order, and one product
 * together. `npm run test:images`
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { buildImages, type Images } from "./build.ts";
import { checkCompose } from "./check-compose.ts";
import { checkContents } from "./check-contents.ts";
import { checkRunning } from "./check-running.ts";
import { openEngine } from "./engine.ts";
import { createReport } from "./report.ts";
import { BUILD_IMAGE, DATABASE_IMAGE, ensureImage, RUNTIME_IMAGE } from "./stand-ins.ts";

const project = join(import.meta.dirname, "..", "..");
const say = (line: string) => console.log(line);

const engine = await openEngine(say);
if (!engine) {
  say("The images were not tested: this needs a container engine, such as Docker.");
  process.exit(process.env.CI ? 1 : 0);
}

const report = createReport(say);
try {
  for (const image of [BUILD_IMAGE, RUNTIME_IMAGE, DATABASE_IMAGE]) {
    if (await ensureImage(engine, image)) say(`${image} can't be pulled here: a stand-in takes its place.`);
  }
  // Names of this run, so that nothing of anybody else's is touched.
  const run = `todo-test-${randomBytes(4).toString("hex")}`;
  const images: Images = await buildImages(engine, project, say);
  await checkContents(engine, images, report);
  await checkRunning(engine, images, run, report);
  await checkCompose(engine, project, run, report);
} finally {
  await engine.stop();
}
process.exitCode = report.finish();
