/** Every screen from right to left. */
import { testAccessibility } from "./accessible.ts";
import { phone, wide, urdu as words } from "./browser.ts";
import { urdu as life } from "./pictures/lives.ts";

testAccessibility({ direction: "rtl", life, words, light: phone, dark: wide });
