/** Urdu, in its own script and in Roman letters: the everyday core. */
import { blank } from "../blank.ts";
import type { Locale } from "../locale.ts";
import { chips } from "./chips.ts";
import { dates } from "./dates.ts";
import { grammar } from "./grammar.ts";
import { prepare } from "./prepare.ts";
import { recurrence } from "./recurrence.ts";
import { references } from "./references.ts";
import { reminders } from "./reminders.ts";
import { requests } from "./requests.ts";

export const urdu: Locale = {
  ...blank,
  prepare,
  dates,
  recurrence,
  reminders,
  chips,
  references,
  requests,
  grammar,
};
