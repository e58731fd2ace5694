/** The ways English says when. Of the phrases in `dates/` the longest that fits wins. */
import { byFirst } from "../../text/pattern.ts";
import type { Locale } from "../locale.ts";
import { calendarDays } from "./dates/calendar-days.ts";
import { holidayPhrases } from "./dates/holidays.ts";
import { beside, near } from "./dates/near.ts";
import { offsets } from "./dates/offsets.ts";
import { inner, periods } from "./dates/periods.ts";
import { bareHour, hourBesideDate, innerTimes, times } from "./dates/times.ts";
import { weekdays } from "./dates/weekdays.ts";

const words = (line: string) => new Set(line.split(" "));

export const dates: Locale["dates"] = {
  phrasesAt: byFirst([...near, ...calendarDays, ...weekdays, ...periods, ...holidayPhrases, ...times]),
  innerAt: byFirst([...inner, ...innerTimes]),
  beside: [...beside, ...hourBesideDate],
  lengths: offsets,
  leads: words("on by due for at before after until till from starting around @"),
  occasion_leads: words("on by due at before until till this next"),
  range_words: words("to through thru until till til"),
  never_after: words(
    "every each last black good cyber ash super other alternate the a an my some any no more much",
  ),
  edges: words(
    "and then or but to at on by in for with please about until till before after from of instead now plus also is are that tag tagged label labelled labeled urgent asap high low medium priority",
  ),
  bare_hour: bareHour,
  default_times: { morning: "09:00", afternoon: "15:00", evening: "19:00", night: "20:00" },
};
