import { expect, test } from "vitest";
import { browserIn } from "./browser-words.ts";

const chrome = "(KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox", "Linux"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ${chrome}`, "Chrome", "Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ${chrome} Edg/130.0.0.0`, "Edge", "Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  [`Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 ${chrome}`, "Chrome", "Android"],
])("%s", (userAgent, browser, system) => {
  expect(browserIn(userAgent)).toEqual({ browser, system });
});

test.each(["curl/8.5.0", "", "x".repeat(2_000)])("%s is no browser", (userAgent) => {
  expect(browserIn(userAgent)).toBeUndefined();
});
