/** Urdu enumerations and small grammar. Titles stand in quotation marks: their gender and number are nobody's business. */

const NAMED = 10;

export const quoted = (name: string) => `“${name}”`;

/** “دودھ”، “انڈے” اور “روٹی”; of many the first ten. */
export const enumerate = (names: string[]) => inARow(names.map(quoted));

/** The same of what is worded already. */
export function inARow(phrases: string[]): string {
  const said = phrases.slice(0, NAMED);
  if (phrases.length > NAMED) return `${said.join("، ")} اور ${phrases.length - NAMED} مزید`;
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join("، ")} اور ${said.at(-1)}`;
}

/** One by its name, several with their number. */
export const counted = (names: string[]) =>
  names.length === 1 ? quoted(names[0]!) : `${names.length} کام (${enumerate(names)})`;

export const sentence = (words: string) => (/[.!?…:۔؟]$/.test(words) ? words : `${words}۔`);
