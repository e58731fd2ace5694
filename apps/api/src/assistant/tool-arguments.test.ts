import { expect, test } from "vitest";
import { readArguments } from "./tool-arguments.ts";

test("nulls mean “not given”, and whose tasks they are isn't a model's to say", () => {
  const text = '{"title":"milk","due_on":null,"tasks":[{"title":"a","list":null}],"user_id":"somebody"}';
  expect(readArguments(text)).toEqual({ title: "milk", tasks: [{ title: "a" }] });
});

test("characters that can't be stored are left out", () => {
  expect(readArguments('{"title":"a\\u0000b\\ud800c"}')).toEqual({ title: "ab\ufffdc" });
});

test("what is no object is left for the schema to refuse", () => {
  expect(Object.keys(readArguments("nonsense"))).toEqual(["arguments_that_are_not_json"]);
  expect(Object.keys(readArguments("[1]"))).toEqual(["arguments_that_are_no_object"]);
  expect(readArguments("")).toEqual({});
});
