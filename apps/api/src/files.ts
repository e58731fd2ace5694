/** Files that come with the program: beside the bundle once it is built, in the sources before. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { swaggerFolder } from "./surfaces/openapi.ts";

const beside = (name: string) => join(import.meta.dirname, name);
const bundled = existsSync(beside("migrations"));

export const migrationsFolder = bundled ? beside("migrations") : beside("db/migrations");
export const docsFolder = bundled ? beside("docs") : swaggerFolder();

const manifest = JSON.parse(readFileSync(beside("../package.json"), "utf8")) as { version: string };
export const version = manifest.version;
