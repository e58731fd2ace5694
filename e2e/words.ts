/** What the pages call things, by language. Read as files are: Node alone, without a bundler, takes these too. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@todo/contract/languages";
import { en } from "../apps/web/messages/en/en.ts";
import type { LanguageFile } from "../apps/web/messages/messages.ts";

const folder = join(import.meta.dirname, "..", "apps", "web", "messages");

export function wordsOf(language: Language) {
  const file = join(folder, `${language}.json`);
  const spoken: LanguageFile = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : en;
  return { ...spoken.workspace, ...spoken.notices, ...spoken.account };
}

export type Words = ReturnType<typeof wordsOf>;
