import { expect, test } from "vitest";
import { openWindow, whole } from "../../testing/window.ts";
import { addSeveral, type Line } from "./add-several.ts";

const lines: Line[] = Array.from({ length: 250 }, (_, place) => ({
  place,
  task: { title: `line ${place + 1}` },
}));

const ways = [
  ["there", { there: false, back: false }],
  ["back", { there: true, back: false }],
] as const;

test.each(ways)(
  "a part of a paste that is lost on the way %s comes with the next try: nothing twice, nothing missing",
  async (_, lost) => {
    let calls = 0;
    let mended = false;
    const { ada, queries, changes, t } = await openWindow((request) => {
      const isSecondPart = request.startsWith("POST") && ++calls > 1;
      return isSecondPart && !mended ? lost : whole;
    });
    const means = { queries, changes, t };

    const { places, unsure } = await addSeveral(means, lines);
    expect(places).toEqual(lines.slice(0, 100).map(({ place }) => place));
    mended = true;
    const rest = await addSeveral(means, lines.slice(200), unsure);

    expect([...places, ...rest.places]).toEqual(lines.map(({ place }) => place));
    const stored = await ada.list_tasks({ limit: 200 });
    const more = await ada.list_tasks({ limit: 200, cursor: stored.next_cursor ?? "" });
    expect([...stored.tasks, ...more.tasks].map(({ title }) => title)).toEqual(
      lines.map(({ task }) => task.title),
    );
  },
);
