/** Which language to speak, and in which region's flavour: Britain reads 17:00 and America 5 PM. */
import { isLanguage, type Language } from "@todo/contract/languages";

const FALLBACK = "en";

/** `own` is the language that the person has chosen; without one it is the first of the browser's that we speak. */
export function localeOf(
  acceptLanguage: string | null,
  own?: Language,
): { language: Language; locale: string } {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]!.trim());
  const spoken = wanted.flatMap((tag) => {
    const language = /^[A-Za-z]+(-[A-Za-z0-9]+)*$/.test(tag) ? tag.split("-")[0]!.toLowerCase() : "";
    return isLanguage(language) ? [{ language, locale: tag }] : [];
  });
  if (own) return spoken.find(({ language }) => language === own) ?? { language: own, locale: own };
  return spoken[0] ?? { language: FALLBACK, locale: FALLBACK };
}
