/** Small choices of this browser, kept in cookies so that the server's first paint already honours them. */
export type Theme = "light" | "dark" | "system";

export type Density = "comfortable" | "compact";

export interface Preferences {
  theme: Theme;
  density: Density;
  navigation: "open" | "closed";
  assistant: "open" | "closed";
  /** Digits: CSS pixels. Blank: the usual width. */
  assistantWidth: string;
  /** The conversation last looked at; `new` for an empty one; blank when never chosen. */
  conversation: string;
  /** Keys that differ from the usual ones, as key-map.ts writes them. */
  shortcuts: string;
}

/** CSS pixels. */
export const assistantWidths = { least: 320, usual: 420, most: 640 };

/** What was kept, unless it is none that the column may have. */
export function widthOf(kept: string): number | undefined {
  const width = Number(kept);
  return kept && width >= assistantWidths.least && width <= assistantWidths.most ? width : undefined;
}

const YEAR_SECONDS = 31_536_000;

/** Takes a function that finds a cookie, so that server and browser read alike. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const theme = cookie("theme");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    density: cookie("density") === "compact" ? "compact" : "comfortable",
    navigation: cookie("navigation") === "closed" ? "closed" : "open",
    assistant: cookie("assistant") === "closed" ? "closed" : "open",
    assistantWidth: cookie("assistantWidth") ?? "",
    conversation: cookie("conversation") ?? "",
    shortcuts: cookie("shortcuts") ?? "",
  };
}

/** Finds a cookie as the browser keeps it at this moment. */
export function browserCookie(name: string): string | undefined {
  const kept = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  try {
    return kept && decodeURIComponent(kept.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

export function savePreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]) {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing from some supported browsers.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export function applyTheme(theme: Theme) {
  savePreference("theme", theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function applyDensity(density: Density) {
  savePreference("density", density);
  document.documentElement.dataset.density = density;
}
