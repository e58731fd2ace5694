import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { shapes } from "./page-icon.tsx";

const resolve = createRequire(import.meta.url).resolve;

/** The paths that Lucide draws an icon with, written so that each can stand behind another. */
const pathsOf = (name: string) =>
  [...readFileSync(resolve(`lucide-react/icons/${name}`), "utf8").matchAll(/\bd: "([^"]+)"/g)].map(
    ([, path = ""]) => path.replace(/^m([\d.]+) ([\d.]+) ?/, "M$1 $2l"),
  );

test.each(Object.entries(shapes))("%s has all that Lucide draws", (name, shape) => {
  const paths = pathsOf(name);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !shape.includes(path))).toEqual([]);
  expect(shape).not.toContain("m");
});
