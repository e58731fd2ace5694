/** t() for tests: all that is said, as a page of the server has it. */
import { directionOf, type Language } from "@todo/contract/languages";
import { messagesOf } from "./languages.ts";
import { translator } from "./translate.ts";

const speaking = (language: Language, locale: string) => {
  const { workspace, account } = messagesOf(language);
  return translator({ ...workspace, ...account }, { language, locale, direction: directionOf(language) });
};

export const english = speaking("en", "en");
export const urdu = speaking("ur", "ur-PK");
