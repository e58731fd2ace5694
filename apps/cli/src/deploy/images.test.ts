import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chartOf, findProject, images } from "./images.ts";

test("the images are tagged with the version that the chart asks for", () => {
  const chart = readFileSync(join(chartOf(findProject()), "Chart.yaml"), "utf8");
  const version = /^appVersion: "(.+)"$/m.exec(chart)?.[1];
  expect(images.map(({ tag }) => tag)).toEqual([`todo-backend:${version}`, `todo-frontend:${version}`]);
});

test.each(images)("$dockerfile is there", ({ dockerfile }) => {
  expect(existsSync(join(findProject(), dockerfile))).toBe(true);
});
