/** With text of twice the size, as a browser can be told to show it, every screen fits and everything can be reached. */
import { expectNothingSideways, wide, english as words } from "./browser.ts";
import { testEveryScreen } from "./every-screen.ts";
import { english } from "./pictures/lives.ts";
import { expectReachable } from "./window.ts";

testEveryScreen(english, words, { ...wide, fontSize: 32 }, async (page) => {
  await expectNothingSideways(page);
  await expectReachable(page);
});
