/** English, complete. */
import type { Locale } from "../locale.ts";
import { chips, priorities } from "./chips.ts";
import { dates } from "./dates.ts";
import { grammar } from "./grammar.ts";
import { references } from "./references.ts";
import { requests } from "./requests.ts";

export const english: Locale = {
  dates,
  chips,
  references,
  requests: { ...requests, priorities },
  grammar,
};
