/** The regional flavour of English a browser asks for, so that Britain reads 17:00 and America 5 PM. */
const FALLBACK = "en";

export function localeOf(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]!.trim());
  const english = wanted.find((tag) => /^en(-[A-Za-z0-9]+)*$/.test(tag));
  return english ?? FALLBACK;
}
