/** English, complete. */
import type { Locale } from "../locale.ts";
import { chips, priorities } from "./chips.ts";
import { cues } from "./cues.ts";
import { dates } from "./dates.ts";
import { gathering } from "./gathering.ts";
import { grammar } from "./grammar.ts";
import { prepare } from "./prepare.ts";
import { recurrence } from "./recurrence.ts";
import { references } from "./references.ts";
import { reminders } from "./reminders.ts";
import { requests } from "./requests.ts";

export const english: Locale = {
  prepare,
  dates,
  recurrence,
  reminders,
  chips,
  references,
  requests: { ...requests, priorities },
  grammar,
  cues,
  gathering,
};
