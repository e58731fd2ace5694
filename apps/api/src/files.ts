/** Files that come with the program: beside the bundle once it is built, in the sources before. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const beside = (name: string) => join(import.meta.dirname, name);
const bundled = existsSync(beside("migrations"));

export const migrationsFolder = bundled ? beside("migrations") : beside("db/migrations");
/** Where the files of swagger-ui lie. */
export const docsFolder = bundled
  ? beside("docs")
  : join(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"), "..");

const manifest = JSON.parse(readFileSync(beside("../package.json"), "utf8")) as { version: string };
export const version = manifest.version;
