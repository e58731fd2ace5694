import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { problemOf } from "./sign.ts";

test("an address in use is said beside the address, with the way to sign in", () => {
  const answer = { code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL", message: "User already exists." };
  expect(problemOf(422, answer, 0, t)).toMatchObject({ field: "email", suggestsSignIn: true });
});

test("a wrong password doesn't say whether the address exists", () => {
  expect(problemOf(401, { code: "INVALID_EMAIL_OR_PASSWORD" }, 0, t)).toEqual({
    field: "password",
    sentence: "That address and password don't belong together.",
  });
});

test("too many attempts say how long to wait, in minutes", () => {
  expect(problemOf(429, { code: "too_many_requests" }, 130, t).sentence).toContain("3 minutes");
  expect(problemOf(429, undefined, Number.NaN, t).sentence).toContain("a minute");
});

test("a closed sign-up says whom to ask", () => {
  const answer = { code: "forbidden", reason: "sign_up_closed", detail: "Signing up is closed." };
  expect(problemOf(403, answer, 0, t)).toEqual({
    field: "form",
    sentence: "Signing up is closed here. Ask whoever runs this server.",
  });
});

test("a name that was changed meanwhile is told", () => {
  const answer = { code: "conflict", reason: "name_changed", params: { name: "Ada King" }, detail: "No." };
  expect(problemOf(409, answer, 0, t)).toEqual({
    field: "form",
    sentence: "Your name was changed to “Ada King” meanwhile.",
    nameNow: "Ada King",
  });
});

test("an answer that isn't JSON means the server can't be reached", () => {
  expect(problemOf(500, undefined, 0, t).sentence).toContain("can't be reached");
});
