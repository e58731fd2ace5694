// Written by `npm run languages` from the files in apps/web/messages.

/** BCP 47 tags. */
// biome-ignore format: a line each, however many there are.
export const languages = [
  "en",
  "ur",
] as const;
