/** t() for tests: all that is said, as a page of the server has it. */
import { messagesOf } from "./languages.ts";
import type { Language } from "./messages.ts";
import { translator } from "./translate.ts";

const speaking = (language: Language, locale: string) => {
  const { workspace, account, direction } = messagesOf(language);
  return translator({ ...workspace, ...account }, { language, locale, direction });
};

export const english = speaking("en", "en");
export const urdu = speaking("ur", "ur-PK");
