/** Urdu words around reminders, with the verb at the end: "aik ghanta pehle yaad dilana". */
import type { ReminderPhrases } from "../../reminders/words.ts";
import { compile } from "../../text/pattern.ts";

const words = (line: string) => new Set(line.split(" "));
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

const give = "[do|dein|karo|kar do|lazim]";

export const reminders: ReminderPhrases = {
  signs: words("yaad dahani pehle"),
  leads: patterns(`[mujhe|hamein] yaad (dilana|dahani) ${give} [keh|ke]`),
  tails: patterns(`[ki|ka] [mujhe|hamein] yaad (dilana|dahani) ${give}`),
  joins: words("aur"),
  none: patterns(`[mujhe] yaad (mat|na|nahi) dilana ${give}`, "[koi] yaad dahani (nahi|na|mat) [karo|do]"),
  before: patterns("[is|us] [se] pehle"),
  days: [
    { pattern: compile("aik shaam pehle"), days_before: 1, part: "evening" },
    { pattern: compile("aik raat pehle"), days_before: 1, part: "night" },
    { pattern: compile("aik subah pehle"), days_before: 1, part: "morning" },
    { pattern: compile("usi subah"), days_before: 0, part: "morning" },
    { pattern: compile("usi din"), days_before: 0 },
  ],
  at_due: patterns("waqt par"),
  describe(reminder) {
    if ("minutes_before" in reminder)
      return reminder.minutes_before === 0 ? "وقت پر" : `${lengthOf(reminder.minutes_before)} پہلے`;
    const { days_before, time } = reminder;
    return days_before === 0 ? `اسی دن ${time} بجے` : `${days_before} دن پہلے ${time} بجے`;
  },
};

const units: [minutes: number, one: string, many: string][] = [
  [10_080, "ہفتہ", "ہفتے"],
  [1440, "دن", "دن"],
  [60, "گھنٹہ", "گھنٹے"],
  [1, "منٹ", "منٹ"],
];

/** In the largest unit that it is a whole number of. */
function lengthOf(minutes: number): string {
  for (const [size, one, many] of units)
    if (minutes % size === 0) return minutes === size ? `ایک ${one}` : `${minutes / size} ${many}`;
  return `${minutes} منٹ`;
}
