import { expect, test } from "vitest";
import { english, urdu } from "../../messages/testing.ts";
import { problemIn } from "./read-query.ts";

const options = { now: new Date("2026-01-05T09:00:00Z"), time_zone: "UTC" };
const names = { labels: ["home", "to buy"], lists: ["Groceries"] };
const found = (query: string) => problemIn(query, options, names, english);

test.each(["@HOME", '@"to buy" & #groceries', "#inbox", "due before friday & (@home | p1)"])(
  "%s can be asked",
  (query) => expect(found(query)).toBeUndefined(),
);

test("a label or list that isn't there is named, with its place", () => {
  expect(found("p1 & @hom")).toMatchObject({ span: { start: 5, end: 9 } });
  expect(found("p1 & @hom")?.sentence).toContain("hom");
  expect(found("#Work")?.sentence).toContain("Work");
});

test("a label that is written like a list is told how it is written, and so is a list", () => {
  expect(found("p1 & #home")).toEqual({
    sentence: "There is no list “home”. The label is written “@home”.",
    span: { start: 5, end: 10 },
  });
  expect(found('#"to buy"')?.sentence).toContain('@"to buy"');
  expect(found("@groceries")?.sentence).toContain("#groceries");
});

test("what can't be read is said in the words of the page, with its place", () => {
  expect(found("due before")).toMatchObject({
    sentence: expect.stringContaining("A day belongs"),
    span: { start: 0, end: 10 },
  });
});

test("in Urdu it is said in Urdu", () => {
  const sentence = (query: string) => problemIn(query, options, names, urdu)?.sentence;
  expect(sentence("due before")).toBe(
    "“\u2068due before\u2069” کے بعد کوئی دن چاہیے، جیسے friday یا next week یا \u20662026-12-01\u2069۔",
  );
  expect(sentence("@hom")).toBe("“\u2068hom\u2069” نام کا کوئی لیبل نہیں۔");
});
