import { expect, test } from "vitest";
import { localeOf } from "./locale.ts";

test.each([
  ["en-GB,en;q=0.9", { language: "en", locale: "en-GB" }],
  ["ur-PK,ur;q=0.9,en;q=0.8", { language: "ur", locale: "ur-PK" }],
  ["tlh-AQ,tlh;q=0.9,ur;q=0.8,en;q=0.7", { language: "ur", locale: "ur" }],
  ["tlh-AQ,tlh", { language: "en", locale: "en" }],
  ["UR", { language: "ur", locale: "UR" }],
  ["ur-Latn,en-GB", { language: "en", locale: "en-GB" }],
  ["en_<script>", { language: "en", locale: "en" }],
  ["en-abcdefghij,ur", { language: "ur", locale: "ur" }],
  ["", { language: "en", locale: "en" }],
  [null, { language: "en", locale: "en" }],
])("a browser that asks for %s is answered in the first language that we speak", (accepted, expected) => {
  expect(localeOf(accepted)).toEqual(expected);
});

test("a person whose language has gone is spoken to in one of the browser's", () => {
  expect(localeOf("ur-PK,en;q=0.9", "tlh")).toEqual({ language: "ur", locale: "ur-PK" });
});

test("the person's own language comes before the browser's, in the browser's flavour of it", () => {
  expect(localeOf("en-US,en;q=0.9", "ur")).toEqual({ language: "ur", locale: "ur" });
  expect(localeOf("en-US,ur-IN;q=0.9", "ur")).toEqual({ language: "ur", locale: "ur-IN" });
  expect(localeOf("ur-PK,en-AU;q=0.9", "en")).toEqual({ language: "en", locale: "en-AU" });
});
