/** t() for tests: all of English, as a page of the server has it. */
import { en } from "./en/en.ts";
import { translator } from "./translate.ts";

export const english = translator(
  { ...en.workspace, ...en.account },
  { language: "en", locale: "en", direction: "ltr" },
);
