/**
 * How a time of day is written: “17:00” in Britain, “5 PM” in America. In Urdu
 * by 24 hours everywhere, as the assistant says it and the line for new tasks
 * reads it.
 */
export const shortTime = (locale: string): Intl.DateTimeFormatOptions => ({
  timeStyle: "short",
  ...(/^ur\b/i.test(locale) && { hourCycle: "h23" }),
});
