import { AppError, errorCodes, invalid, notFound } from "@todo/contract/errors";
import { reasons } from "@todo/contract/reasons";
import { undeliveredNames } from "@todo/contract/undelivered";
import { filterKeywords } from "@todo/language/filter/complete";
import { filterProblemCodes } from "@todo/language/filter/problem";
import { describe, expect, test } from "vitest";
import { languageNames, messagesOf } from "../messages/languages.ts";
import { english as t, urdu } from "../messages/testing.ts";
import { refusalIn, sentenceOf } from "./errors.ts";

describe.each(languageNames)("in $label", ({ value: language }) => {
  const known = Object.keys(messagesOf(language).workspace);
  const keys = (prefix: string, names: readonly string[]) => names.map((name) => `${prefix}.${name}`).sort();
  const said = (prefix: string) => known.filter((key) => key.startsWith(`${prefix}.`)).sort();

  test("every code of an error has its sentence", () => {
    expect(said("error")).toEqual(keys("error", [...errorCodes, "refused", "unexpected"]));
  });

  test("every reason of an error has its sentence", () => {
    expect(said("reason")).toEqual(keys("reason", reasons));
  });

  test("every way in which a reminder doesn't arrive has its sentence", () => {
    expect(said("undelivered")).toEqual(keys("undelivered", undeliveredNames));
  });

  test("everything that is suggested for a filter has its meaning", () => {
    expect(said("filterMeans")).toEqual(
      keys(
        "filterMeans",
        filterKeywords.map((words) => words.replaceAll(" ", "_")),
      ),
    );
  });

  test("everything that may be wrong with a filter has its sentence", () => {
    expect(said("filterProblem")).toEqual(keys("filterProblem", filterProblemCodes));
  });
});

test("what exactly is wrong comes before what kind of error it is", () => {
  const error = invalid("due_time", "A time needs a date: give due_on as well.", {
    reason: "time_needs_date",
  });
  expect(sentenceOf(error, t)).toBe("A time needs a date. Choose a date as well.");
  expect(sentenceOf(error, urdu)).toBe("وقت کے ساتھ تاریخ بھی چاہیے۔ تاریخ چنیں۔");
});

test("an error without a reason is told by its code", () => {
  expect(sentenceOf(invalid("title", "No."), urdu)).toBe(urdu("error.validation_failed"));
});

test("a name is told, and an id, which no person has seen, is not", () => {
  expect(sentenceOf(notFound("list", "Groceries"), t)).toBe("There is nothing called “Groceries”.");
  expect(sentenceOf(notFound("task", 9), t)).toBe("There is no task 9.");
  expect(sentenceOf(notFound("list", "0199a1f0-0000-7000-8000-000000000000"), t)).toBe(t("error.not_found"));
});

test("a reason whose values are missing gives way to the code", () => {
  const error = new AppError("too_large", "Too many.", { reason: "too_many_entries", params: { most: 500 } });
  expect(sentenceOf(error, t)).toBe(t("error.too_large"));
});

test("a value that looks like a placeholder stays as it is", () => {
  expect(sentenceOf(notFound("list", "{most}"), t)).toBe("There is nothing called “{most}”.");
});

test("a code of a newer server is told in the server's own words", () => {
  expect(refusalIn({ code: "out_of_paper", message: "There is no paper left." }, urdu)).toBe(
    "یہ نہیں ہو سکا۔ سرور کا جواب: \u2068There is no paper left.\u2069",
  );
});

test("what is no error of the server is told without its details", () => {
  expect(sentenceOf(new TypeError("x is undefined"), t)).toBe(t("error.unexpected"));
});
