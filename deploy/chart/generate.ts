/** `npm run chart`: writes what is made from the chart. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles, project } from "./generated.ts";

const manifests = join(project, "deploy", "k8s");
const files = generatedFiles();
mkdirSync(manifests, { recursive: true });
for (const name of readdirSync(manifests)) if (name.endsWith(".yaml")) rmSync(join(manifests, name));
for (const [path, text] of files) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}
console.log(`Wrote ${files.size} files from charts/todo-app.`);
