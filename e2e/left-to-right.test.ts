/** Every screen from left to right. Its other half is a file of its own, so that both can be looked at side by side. */
import { expectAccessibleInCorners } from "./accessible.ts";
import { phone, wide, english as words } from "./browser.ts";
import { testEveryScreen } from "./every-screen.ts";
import { english as life } from "./pictures/lives.ts";

testEveryScreen(
  life,
  words,
  phone,
  expectAccessibleInCorners({ direction: "ltr", light: phone, dark: wide }),
);
