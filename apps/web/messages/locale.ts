/** Which language to speak, and in which region's flavour: Britain reads 17:00 and America 5 PM. */
import { isLanguage, type Language, languages } from "@todo/contract/languages";

const FALLBACK = "en";

const ours = languages.map((name) => ({ name, ...inFull(name) }));

/**
 * `own` is the language that the person has chosen, perhaps where more are spoken than here; without one it is the
 * first of the browser's that we speak.
 */
export function localeOf(
  acceptLanguage: string | null,
  own?: string,
): { language: Language; locale: string } {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]!.trim());
  const spoken = wanted.flatMap((locale) => {
    const language = languageOf(locale);
    return language ? [{ language, locale }] : [];
  });
  if (isLanguage(own))
    return spoken.find(({ language }) => language === own) ?? { language: own, locale: own };
  return spoken[0] ?? { language: FALLBACK, locale: FALLBACK };
}

/** Ours that the tag is of, with the script that it is written in (`zh-TW` is `zh-Hant`), and of its region if there is such a one. */
function languageOf(tag: string): Language | undefined {
  const wanted = inFull(tag);
  const read = ours.filter(
    ({ language, script }) => language === wanted.language && script === wanted.script,
  );
  return (read.find(({ region }) => region === wanted.region) ?? read[0])?.name;
}

/** With what a tag leaves unsaid; empty for what is no tag, which a header may hold. */
function inFull(tag: string): { [Part in "language" | "script" | "region"]?: string | undefined } {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return { language, script, region };
  } catch {
    return {};
  }
}
