/** Builds both images from the root of the repository, as a release does. */
import type { Engine } from "./engine.ts";

export interface Images {
  backend: string;
  frontend: string;
}

const VERSION = "1.0.0";

export async function buildImages(
  engine: Engine,
  project: string,
  say: (line: string) => void,
): Promise<Images> {
  const build = async (name: string, dockerfile: string) => {
    const tag = `${name}:${VERSION}`;
    const started = performance.now();
    await engine.docker([
      "build",
      // The stand-ins have no name server of their own.
      "--network=host",
      "--progress=plain",
      `--file=${project}/${dockerfile}`,
      `--build-arg=VERSION=${VERSION}`,
      `--tag=${tag}`,
      project,
    ]);
    say(`Built ${tag} in ${Math.round((performance.now() - started) / 1000)} s.`);
    return tag;
  };
  return {
    backend: await build("todo-backend", "apps/api/Dockerfile"),
    frontend: await build("todo-frontend", "apps/web/Dockerfile"),
  };
}
