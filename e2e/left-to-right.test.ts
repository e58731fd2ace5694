/** Every screen from left to right. Its other half is a file of its own, so that both can be looked at side by side. */
import { testAccessibility } from "./accessible.ts";
import { phone, wide, english as words } from "./browser.ts";
import { english as life } from "./pictures/lives.ts";

testAccessibility({ direction: "ltr", life, words, light: wide, dark: phone });
