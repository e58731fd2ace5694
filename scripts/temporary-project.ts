/** A folder with the project's scripts and stand-ins for what they call, so that tests install and build nothing real. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export function temporaryProject(files: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), "todo-scripts-"));
  cpSync(import.meta.dirname, join(dir, "scripts"), { recursive: true });
  const project = {
    dir,
    write(path: string, text: string) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text, { mode: 0o755 });
    },
    delete: (path: string) => rmSync(join(dir, path)),
    read: (path: string) => (existsSync(join(dir, path)) ? readFileSync(join(dir, path), "utf8") : undefined),
    /** Runs a script; `npm` is the file `npm.js` of this folder. */
    run(...args: string[]) {
      const env = { ...process.env, npm_execpath: join(dir, "npm.js"), NO_COLOR: "1" };
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: dir,
        env,
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries({ "package-lock.json": "{}", "npm.js": workingNpm, ...files })) {
    project.write(path, text);
  }
  return project;
}

/** Counts its runs in `installs`. */
const workingNpm = `
  const fs = require("node:fs");
  fs.rmSync("node_modules", { recursive: true, force: true });
  fs.mkdirSync("node_modules");
  fs.appendFileSync("installs", "x");`;
