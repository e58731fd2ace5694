import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const least = { DATABASE_URL: "postgresql://db/todo", BETTER_AUTH_SECRET: "x".repeat(32) };

test("with the least there is, the built-in interpreter answers on port 8000", () => {
  expect(readConfig(least)).toMatchObject({
    port: 8000,
    publicUrl: "http://localhost:3000",
    origins: ["http://localhost:3000", "http://127.0.0.1:3000"],
    model: { kind: "built-in" },
    signUpOpen: true,
  });
});

test("what is missing or wrong is told at once, without its value", () => {
  const broken = () => readConfig({ BETTER_AUTH_SECRET: "too short", API_PORT: "many" });
  expect(broken).toThrow(/DATABASE_URL/);
  expect(broken).toThrow(/BETTER_AUTH_SECRET/);
  expect(broken).toThrow(/API_PORT/);
  expect(broken).not.toThrow(/too short/);
});

test("blank is the same as absent, as compose and charts pass it", () => {
  expect(readConfig({ ...least, OPENAI_API_KEY: "", PUBLIC_URL: "" })).toMatchObject({
    model: { kind: "built-in" },
    publicUrl: "http://localhost:3000",
  });
});

test("the public address has another name, and its path is left out", () => {
  expect(readConfig({ ...least, BETTER_AUTH_URL: "https://todo.example.com/" }).publicUrl).toBe(
    "https://todo.example.com",
  );
});

test("migrations go past a pooler whose address says that it is one", () => {
  const url = "postgresql://u:p@ep-cool-pooler.eu.neon.example/todo";
  expect(readConfig({ ...least, DATABASE_URL: url }).directDatabaseUrl).toBe(
    "postgresql://u:p@ep-cool.eu.neon.example/todo",
  );
});

test("further origins are those listed", () => {
  const { origins } = readConfig({
    ...least,
    PUBLIC_URL: "https://todo.example.com",
    CORS_ORIGINS: "https://a.example, https://b.example",
  });
  expect(origins).toEqual(["https://todo.example.com", "https://a.example", "https://b.example"]);
});

describe("the model", () => {
  const model = (environment: Record<string, string>) => readConfig({ ...least, ...environment }).model;

  test("is the endpoint that was named, before any vendor's key", () => {
    expect(
      model({ LLM_BASE_URL: "http://localhost:11434/v1", LLM_MODEL: "qwen3", OPENAI_API_KEY: "k" }),
    ).toMatchObject({
      baseUrl: "http://localhost:11434/v1",
      model: "qwen3",
    });
  });

  test("is OpenAI's with its key", () => {
    expect(model({ OPENAI_API_KEY: "k", OPENAI_MODEL: "m" })).toMatchObject({ apiKey: "k", model: "m" });
    expect(model({ OPENAI_API_KEY: "k" })).not.toHaveProperty("baseUrl");
  });

  test("is Cohere's with its key, by the compatible endpoint", () => {
    expect(model({ COHERE_API_KEY: "k" })).toMatchObject({
      apiKey: "k",
      baseUrl: expect.stringContaining("cohere"),
    });
  });
});

describe("e-mail", () => {
  const server = "smtps://todo:hidden@mail.example.com";

  test("is sent with a server and a sender", () => {
    expect(readConfig(least).mail).toBeUndefined();
    expect(readConfig({ ...least, SMTP_URL: server, MAIL_FROM: "Todo <todo@example.com>" }).mail).toEqual({
      smtpUrl: server,
      from: "Todo <todo@example.com>",
    });
  });

  test.each([
    { SMTP_URL: server },
    { MAIL_FROM: "todo@example.com" },
    { SMTP_URL: "https://hidden.example.com", MAIL_FROM: "todo@example.com" },
    { SMTP_URL: server, MAIL_FROM: "nobody" },
  ])("is refused as %j, without a value", (mail) => {
    const reading = () => readConfig({ ...least, ...mail });
    expect(reading).toThrow(/SMTP_URL|MAIL_FROM/);
    expect(reading).not.toThrow(/hidden|nobody/);
  });
});

describe("where channels may lead", () => {
  test("is the public internet, on any port, unless it is said otherwise", () => {
    expect(readConfig(least).outbound).toEqual({ allow: [], ports: [] });
    const said = { OUTBOUND_ALLOW: "hooks.internal, 10.0.0.0/8", OUTBOUND_PORTS: "443, 8443" };
    expect(readConfig({ ...least, ...said }).outbound).toEqual({
      allow: ["hooks.internal", "10.0.0.0/8"],
      ports: [443, 8443],
    });
  });

  test.each([{ OUTBOUND_ALLOW: "10.0.0.0/99" }, { OUTBOUND_PORTS: "https" }])(
    "is refused as %j",
    (outbound) => {
      expect(() => readConfig({ ...least, ...outbound })).toThrow(/OUTBOUND/);
    },
  );
});

describe("who is believed about an address", () => {
  test("is this machine, with no proxy in front, unless it is said otherwise", () => {
    expect(readConfig(least).proxies).toEqual({ trusted: ["loopback"], hops: 0 });
    const said = { TRUSTED_PROXIES: "loopback, 10.0.0.0/8", PROXY_HOPS: "2" };
    expect(readConfig({ ...least, ...said }).proxies).toEqual({
      trusted: ["loopback", "10.0.0.0/8"],
      hops: 2,
    });
  });

  test.each([{ TRUSTED_PROXIES: "everybody" }, { PROXY_HOPS: "-1" }])("is refused as %j", (proxies) => {
    expect(() => readConfig({ ...least, ...proxies })).toThrow(Object.keys(proxies)[0]);
  });
});
