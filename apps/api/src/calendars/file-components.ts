/** The to-dos, events and zones of an iCalendar file's text, each with the line that it begins in. What isn't such a file is refused with the line. */
import { invalid } from "@todo/contract";

export interface FileComponent {
  /** In capitals: VTODO, VEVENT, VTIMEZONE … */
  name: string;
  line: number;
  /** Content lines, unfolded (RFC 5545, 3.1), from BEGIN to END. */
  lines: string[];
}

const LONGEST_PARAMETERS = 2_000;

interface Open {
  name: string;
  line: number;
}

interface ContentLine {
  number: number;
  text: string;
}

/** What stands directly in the file's calendars. Throws `validation_failed`. */
export function componentsIn(ics: string): FileComponent[] {
  const components: FileComponent[] = [];
  const open: Open[] = [];
  let current: FileComponent | undefined;
  for (const { number, text } of contentLines(ics)) {
    const [, begins] = /^BEGIN:\s*([\w-]+)\s*$/i.exec(text) ?? [];
    const [, ends] = /^END:\s*([\w-]+)\s*$/i.exec(text) ?? [];
    if (open.length === 0 && begins?.toUpperCase() !== "VCALENDAR")
      throw invalid(
        "ics",
        `Line ${number}: an iCalendar file begins with BEGIN:VCALENDAR, and this doesn't.`,
        { reason: "calendar_not_one" },
      );
    if (!/^[\w.-]+[;:]/.test(text) || !hasValue(text))
      throw invalid(
        "ics",
        `Line ${number} is not a name, a colon and a value. Was it broken by a mail program?`,
        { reason: "calendar_line_wrong", params: { line: number } },
      );
    if (begins) {
      open.push({ name: begins.toUpperCase(), line: number });
      if (open.length === 2) current = { name: begins.toUpperCase(), line: number, lines: [] };
    }
    current?.lines.push(text);
    if (ends) close(open, ends.toUpperCase(), number);
    if (current && open.length === 1) {
      components.push(current);
      current = undefined;
    }
  }
  const [unended] = open.slice(-1);
  if (unended)
    throw invalid(
      "ics",
      `The file ends before ${unended.name} of line ${unended.line} does. A part is missing.`,
      { reason: "calendar_cut_off" },
    );
  return components;
}

/** Whether a colon outside of quotes comes soon: whoever reads the parameters before it takes long over many. */
function hasValue(text: string): boolean {
  let quoted = false;
  for (const character of text.slice(0, LONGEST_PARAMETERS)) {
    if (character === '"') quoted = !quoted;
    if (character === ":" && !quoted) return true;
  }
  return false;
}

function close(open: Open[], name: string, number: number) {
  const last = open.pop();
  if (last?.name !== name)
    throw invalid(
      "ics",
      `Line ${number} ends ${name}, but ${last?.name} of line ${last?.line} is still open.`,
      { reason: "calendar_line_wrong", params: { line: number } },
    );
}

/** Throws where there are none: an empty text is no file. */
function contentLines(ics: string): ContentLine[] {
  const lines: ContentLine[] = [];
  for (const [index, text] of ics
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(text) && last) last.text += text.slice(1);
    else if (text.trim() !== "") lines.push({ number: index + 1, text });
  }
  if (lines.length === 0)
    throw invalid("ics", "There is nothing in this file.", { reason: "calendar_empty" });
  return lines;
}
