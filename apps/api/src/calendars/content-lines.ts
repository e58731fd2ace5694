/** Content lines of iCalendar (RFC 5545, 3.1): a line is written whole here, and folded when the document is. */

const MOST_OCTETS = 75;

/** `name` with its parameters, such as `DTSTART;VALUE=DATE`, and a value that is escaped already where it must be. */
export const property = (name: string, value: string | number): string => `${name}:${value}`;

/** A value of the type TEXT. Control characters but the tab have no place in one. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

export const component = (name: string, lines: string[]): string[] => [
  `BEGIN:${name}`,
  ...lines,
  `END:${name}`,
];

/** The document, with CRLF behind each line and none longer than 75 octets; a character is never split. */
export const documentOf = (lines: string[]): string => lines.map((line) => `${folded(line)}\r\n`).join("");

function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
