/** Every screen from right to left. Nothing but names and what people wrote is in Latin letters there. */
import { expect } from "vitest";
import { expectAccessibleInCorners } from "./accessible.ts";
import { phone, wide, urdu as words } from "./browser.ts";
import { testEveryScreen } from "./every-screen.ts";
import { latinWords } from "./latin-words.ts";
import { urdu as life } from "./pictures/lives.ts";

const expectAccessible = expectAccessibleInCorners({ direction: "rtl", light: wide, dark: phone });

testEveryScreen(life, words, wide, async (page, shown, people) => {
  const { email, time_zone } = await people.client.get_profile({});
  const own = [
    ...life.tasks.map(({ title }) => title),
    // Filters have keywords, the same in every language.
    words["filter.queryPlaceholder"],
    email,
    time_zone,
    "Calendar bridge",
    "Ada",
    "one two three",
  ];
  expect(await latinWords(page, own)).toEqual([]);
  await expectAccessible(page, shown, people);
});
