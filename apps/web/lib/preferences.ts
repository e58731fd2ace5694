/** Small choices of this browser, kept in cookies so that the server's first paint already honours them. */
export type Theme = "light" | "dark" | "system";

export interface Preferences {
  theme: Theme;
  navigation: "open" | "closed";
  assistant: "open" | "closed";
  /** The conversation last looked at; `new` for an empty one; blank when never chosen. */
  conversation: string;
}

const YEAR_SECONDS = 31_536_000;

/** Takes a function that finds a cookie, so that server and browser read alike. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const theme = cookie("theme");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    navigation: cookie("navigation") === "closed" ? "closed" : "open",
    assistant: cookie("assistant") === "closed" ? "closed" : "open",
    conversation: cookie("conversation") ?? "",
  };
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
