import { expect, test } from "vitest";
import { plainValues } from "./settings.ts";

test.each([
  ["postgresql://u:p@db/todo", [5432]],
  ["postgresql://u:p@db:6432/todo?sslmode=require", [6432]],
  ["postgres://u:p%3A1@[fd00::1]/todo", [5432]],
  ["postgresql://u:p@one:6000,two/todo", [6000, 5432]],
])("the NetworkPolicy opens the ports of %s", (DATABASE_URL, databasePorts) => {
  expect(plainValues({ DATABASE_URL })).toEqual({ networkPolicy: { databasePorts } });
});

test("a pooler and its server may listen on ports of their own", () => {
  const settings = {
    DATABASE_URL: "postgresql://pooler:6432/todo",
    DIRECT_DATABASE_URL: "postgresql://db/todo",
  };
  expect(plainValues(settings)).toEqual({ networkPolicy: { databasePorts: [6432, 5432] } });
});

test.each([
  ["smtps://u:p@mail.example.com", 465],
  ["smtp://u:p@mail.example.com", 587],
  ["smtp://u:p@mail.example.com:2525?tls.servername=mail", 2525],
])("the NetworkPolicy opens the port of %s", (SMTP_URL, port) => {
  const from = "todo@example.com";
  expect(plainValues({ SMTP_URL, MAIL_FROM: from })).toEqual({ mail: { from, port } });
});

test("who may sign up is said in the cluster too, and left to the chart where it isn't given", () => {
  expect(plainValues({ SIGN_UP: "closed" })).toEqual({ signUp: "closed" });
  expect(plainValues({})).toEqual({});
});

test("without an address no port is named", () => {
  expect(plainValues({ MAIL_FROM: "todo@example.com" })).toEqual({});
});
