/** Files that come with the program: beside the bundle once it is built, in the sources before. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import manifest from "../package.json" with { type: "json" };

const beside = (name: string) => join(import.meta.dirname, name);
const bundled = existsSync(beside("migrations"));

export const migrationsFolder = bundled ? beside("migrations") : beside("db/migrations");
/** Where the files of swagger-ui lie. */
export const docsFolder = bundled
  ? beside("docs")
  : join(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"), "..");

export const { version } = manifest;
