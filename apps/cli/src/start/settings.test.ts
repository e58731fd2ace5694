import { expect, test } from "vitest";
import { apiProgram, readSettings, webProgram } from "./settings.ts";

test("without configuration everything has its usual place", () => {
  expect(readSettings({}, "/srv/todo")).toEqual({
    projectDir: "/srv/todo",
    port: 3000,
    apiPort: 8000,
    publicUrl: "http://localhost:3000",
    apiUrl: "http://127.0.0.1:8000",
    dataDir: "/srv/todo/.data",
  });
});

test("what is given is used, and blank is not given", () => {
  const settings = readSettings(
    {
      PORT: "4000",
      PUBLIC_URL: "https://todo.example/",
      TODO_DATA_DIR: "/data",
      DATABASE_URL: " ",
      API_PORT: "",
    },
    "/srv/todo",
  );
  expect(settings).toMatchObject({
    port: 4000,
    apiPort: 8000,
    publicUrl: "https://todo.example",
    dataDir: "/data",
  });
  expect(settings.databaseUrl).toBeUndefined();
});

test.each([
  [{ PORT: "http" }, "PORT is"],
  [{ API_PORT: "70000" }, "API_PORT is"],
  [{ PORT: "8000" }, "both 8000"],
])("%o is refused", (environment, reason) => {
  expect(() => readSettings(environment, "/srv/todo")).toThrow(reason);
});

test("with the embedded database, migrations go nowhere else", () => {
  const embedded = {
    ...readSettings({}, "/srv/todo"),
    databaseUrl: "postgresql://embedded",
    authSecret: "s",
  };
  const stray = { DIRECT_DATABASE_URL: "postgresql://elsewhere" };
  expect(apiProgram(embedded, stray, false).env.DIRECT_DATABASE_URL).toBeUndefined();
  const both = { ...stray, DATABASE_URL: "postgresql://pooler" };
  expect(apiProgram(embedded, both, false).env.DIRECT_DATABASE_URL).toBe("postgresql://elsewhere");
});

test("the web app is told where the API is", () => {
  const { env } = webProgram(readSettings({ API_PORT: "8123" }, "/srv/todo"), {}, false);
  expect(env).toMatchObject({ PORT: "3000", API_URL: "http://127.0.0.1:8123", NODE_ENV: "production" });
});
