/** English words around reminders. */
import type { ReminderPhrases } from "../../reminders/words.ts";
import { compile } from "../../text/pattern.ts";

const words = (line: string) => new Set(line.split(" "));
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

const us = "(me|us|myself)";
const remind = "(remind|alert|notify|nudge|ping|warn|prompt)";
const noun = "(reminder|reminders|alert|alerts|notification|notifications)";
const it = "[it|that|this|then|it's due|its due|due|the due date|the deadline|time|it starts]";

export const reminders: ReminderPhrases = {
  signs: words(
    "remind reminder reminders alert alerts notify notification notifications nudge ping warn prompt before beforehand earlier early ahead advance prior",
  ),
  leads: patterns(
    `[please] ${remind} ${us} [of|about] [it|this|that|them] [again|also|please]`,
    `(with|set|add|plus|have|give|make|send|create|put|need|want) [me|us] [a|an|another|one|the|two] ${noun} [to me] [set] [for|of]`,
    `${noun} [:]`,
  ),
  tails: [],
  joins: words("and but with also please then"),
  none: patterns(
    `(don't|dont|do not|no need to|never) ${remind} ${us} [of|about] [it|this|that] [please]`,
    `(no|without|without a|without any) ${noun}`,
  ),
  before: patterns(`(before|beforehand|earlier|early|ahead of|ahead|in advance|prior to|prior) ${it}`),
  days: [
    { pattern: compile("[on] the (evening|eve) before"), days_before: 1, part: "evening" },
    { pattern: compile("[on] the night before"), days_before: 1, part: "night" },
    { pattern: compile("[on] the morning before"), days_before: 1, part: "morning" },
    { pattern: compile("[on] the afternoon before"), days_before: 1, part: "afternoon" },
    { pattern: compile("[on] the day before [in the|at] evening"), days_before: 1, part: "evening" },
    { pattern: compile("[on] the day before in the morning"), days_before: 1, part: "morning" },
    { pattern: compile("[on] the (previous|preceding) day"), days_before: 1 },
    { pattern: compile("[on] the day before"), days_before: 1 },
    { pattern: compile("[on] the week before"), days_before: 7 },
    {
      pattern: compile("(on the|the|that|in the) (same morning|morning of|morning of it)"),
      days_before: 0,
      part: "morning",
    },
    { pattern: compile("(that morning|the same morning)"), days_before: 0, part: "morning" },
    {
      pattern: compile("(on the|the) (day|same day) [of [it]] in the morning"),
      days_before: 0,
      part: "morning",
    },
    { pattern: compile("(on that day|on the same day|the same day|on the day [of [it]])"), days_before: 0 },
  ],
  at_due: patterns(
    "(when|once) (it's|its|it is) (due|time)",
    "when it (starts|begins|is)",
    "(at|on) (the due time|that time|due time|due date|the due date|time)",
    "at the time",
  ),
  describe,
};

function describe(reminder: Parameters<ReminderPhrases["describe"]>[0]): string {
  if ("days_before" in reminder) {
    const { days_before, time } = reminder;
    if (days_before === 0) return `on that day at ${time}`;
    return days_before === 1 ? `the day before at ${time}` : `${days_before} days before at ${time}`;
  }
  const { minutes_before } = reminder;
  return minutes_before === 0 ? "when it's due" : `${lengthOf(minutes_before)} before`;
}

const units: [name: string, minutes: number, one: string][] = [
  ["week", 10_080, "a week"],
  ["day", 1440, "a day"],
  ["hour", 60, "an hour"],
];

/** In the largest unit that it is a whole number of. */
function lengthOf(minutes: number): string {
  for (const [name, size, one] of units) {
    if (minutes === size) return one;
    if (minutes % size === 0) return `${minutes / size} ${name}s`;
  }
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
