/** How dates are written, each way made once: making one takes longer than all that a page writes with it. */
const made = new Map<string, Intl.DateTimeFormat>();

/** On the server the locale is whatever a browser asks for, and there is no end of those. */
const MOST_KEPT = 100;

/** Throws for what is no locale or no zone, as `Intl` does. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const known = made.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  if (made.size === MOST_KEPT) made.clear();
  made.set(name, format);
  return format;
}
