/** How English patterns are written down. */

/** A space stands for any, and "'" for the typographic one as well. */
export const pattern = (source: string) =>
  new RegExp(source.replaceAll(" ", String.raw`\s+`).replaceAll("'", "['’]"), "iu");
export const either = (...ways: string[]) => `(?:${ways.join("|")})`;
/** One of these, and nothing behind it but the end of a sentence. */
export const whole = (...ways: string[]) => pattern(String.raw`^${either(...ways)}[\s?.!]*$`);
