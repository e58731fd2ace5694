// Written by `npm run languages` from the files in apps/web/messages.
// biome-ignore-all assist/source/organizeImports: files in the order of the list.
import type { Translations } from "./messages.ts";
import urMessages, { notices as urNotices } from "./ur.json";

/** English is no translation: it has a folder. */
export const translations: Translations = {
  ur: urMessages,
};

/** The part that the service worker says, by itself: it is to hold no other. */
export const translatedNotices = {
  ur: urNotices,
};
