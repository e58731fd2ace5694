import { expect, test } from "vitest";
import { type Column, table, widthOf } from "./table.ts";

interface Row {
  number: number;
  title: string;
  list: string;
}

const shape: Column<Row>[] = [
  { heading: "#", text: ({ number }) => String(number), align: "right" },
  { heading: "Task", text: ({ title }) => title, shrinks: true },
  { heading: "List", text: ({ list }) => list },
];

test("columns line up in terminal cells, whatever the script", () => {
  const lines = table(
    [
      { number: 3, title: "牛乳を買う", list: "home" },
      { number: 12, title: "Cafe\u0301 ☕️", list: "work" },
    ],
    shape,
    { columns: undefined },
  );

  expect(lines).toEqual([
    " #  Task        List",
    " 3  牛乳を買う  home",
    "12  Café ☕️     work".normalize("NFD"),
  ]);
  expect(new Set(lines.map((line) => widthOf(line.slice(0, line.lastIndexOf(" ")))))).toEqual(new Set([15]));
});

test("the widest column gives way in a narrow terminal, and an empty one goes", () => {
  const lines = table([{ number: 1, title: "Write to the city about the street lights", list: "" }], shape, {
    columns: 24,
  });

  expect(lines).toEqual(["#  Task", "1  Write to the city ab…"]);
});

test("text can't move the cursor", () => {
  const [, line] = table([{ number: 1, title: "a\u001b[2Jb\nc\u202Ed", list: "" }], shape, {
    columns: undefined,
  });
  expect(line).toBe("1  a[2Jb cd");
});
