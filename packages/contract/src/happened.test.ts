import { expect, test } from "vitest";
import { happened } from "./happened.ts";

const at = (second: number) => ({ at: `2026-01-05T10:00:0${second}.000Z` });
const said = (...lines: Parameters<typeof happened>) =>
  happened(...lines).map(({ entry, delivery }) =>
    entry ? `changed ${entry.at[18]}` : `sent ${delivery.at[18]}`,
  );

test("what was sent stands among the changes where its time puts it", () => {
  expect(said([at(8), at(5), at(2)], [at(9), at(6), at(5), at(1)])).toEqual([
    "sent 9",
    "changed 8",
    "sent 6",
    "sent 5",
    "changed 5",
    "changed 2",
    "sent 1",
  ]);
});

test("changes keep the journal's order, whatever the clocks of their processes said", () => {
  expect(said([at(3), at(7)], [at(5)])).toEqual(["sent 5", "changed 3", "changed 7"]);
});
