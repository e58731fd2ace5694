/** What must hold at every way in: no change from another site, no secret where it doesn't belong, headers everywhere. */
import { beforeAll, describe, expect, test } from "vitest";
import { authorize, consent, exchange, leadsTo, pkce, refresh, register, token } from "../testing/oauth.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";

const ORIGIN = "http://localhost:3000";
const ANY_ID = "0197d6a4-0000-7000-8000-000000000000";

describe("a page of another site", () => {
  let world: World;
  let cookie: string;
  let before: unknown;

  const rows = async () =>
    (await world.database.pool.query("select count(*), max(last_seq) from spaces")).rows;

  beforeAll(async () => {
    world = await createWorld({ lasts: "file" });
    const { email } = await world.as("ada");
    const signedIn = await world.app.fetch(
      new Request(`${ORIGIN}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
    );
    cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    before = await rows();
  });

  /** Every route that may change something: those of operations, those written by hand, those of the accounts' library. */
  const writing = () => {
    const routes = world.app.routes
      .filter(({ method, path }) => !["GET", "HEAD", "OPTIONS"].includes(method) && !path.includes("*"))
      .map(
        ({ method, path }) => [method === "ALL" ? "POST" : method, path.replace(/:\w+/g, ANY_ID)] as const,
      );
    return [...new Map(routes.map((route) => [route.join(" "), route])).values()];
  };

  test.each([
    ["with its own Origin", { origin: "https://evil.example" }],
    ["with a hidden Origin", { origin: "null" }],
    ["without an Origin", {}],
  ])("%s can change nothing by the person's cookie, at any route", async (_, headers) => {
    const routes = writing();
    expect(routes.length).toBeGreaterThan(40);
    for (const [method, path] of routes) {
      const request = new Request(ORIGIN + path, {
        method,
        headers: { cookie, "content-type": "application/json", ...headers },
        ...(method !== "DELETE" && { body: "{}" }),
      });
      expect((await world.app.fetch(request)).status, `${method} ${path}`).toBe(403);
    }
    expect(await rows()).toEqual(before);
  });
});

describe("headers", () => {
  test.each([
    "/api/tasks",
    "/api/profile",
    "/api/auth/get-session",
    "/api/auth/jwks",
    "/mcp",
    "/openapi.json",
    "/docs",
    "/docs/start.js",
    "/health",
    "/metrics",
    "/.well-known/oauth-protected-resource",
    "/nowhere",
  ])("of %s let no browser guess, frame or tell where it was", async (path) => {
    const ada = await (await createWorld()).as("ada");
    const { headers } = await ada.fetch(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy")).toMatch(/^default-src '(none|self)'/);
  });

  test("ask for TLS where there is TLS", async () => {
    const at = async (PUBLIC_URL: string) =>
      (await createWorld({ environment: { PUBLIC_URL } })).app.fetch(new Request(`${PUBLIC_URL}/health`));
    expect((await at("https://todo.example.com")).headers.get("strict-transport-security")).toMatch(
      /^max-age=\d+/,
    );
    expect((await at(ORIGIN)).headers.get("strict-transport-security")).toBeNull();
  });
});

describe("a known and an unknown address", () => {
  test("get the same answer to a sign-in, in status, headers and body", async () => {
    const world = await createWorld();
    const { email } = await world.as("ada");
    const attempt = async (email: string) => {
      const response = await world.app.fetch(
        new Request(`${ORIGIN}/api/auth/sign-in/email`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email, password: "wrong password" }),
        }),
      );
      return { status: response.status, headers: [...response.headers.keys()], body: await response.text() };
    };
    expect(await attempt(email)).toEqual(await attempt(`nobody-${crypto.randomUUID()}@example.com`));
  });

  test("leave the same kind of trace", async () => {
    const world = await createWorld();
    const { email } = await world.as("ada");
    const agent = crypto.randomUUID();
    for (const one of [email, `nobody-${agent}@example.com`]) {
      await world.app.fetch(
        new Request(`${ORIGIN}/api/auth/sign-in/email`, {
          method: "POST",
          headers: { "content-type": "application/json", "user-agent": agent },
          body: JSON.stringify({ email: one, password: "wrong password" }),
        }),
      );
    }
    const { rows } = await world.database.pool.query("select event from audit_events where user_agent = $1", [
      agent,
    ]);
    expect(rows).toEqual([{ event: "sign_in_failed" }, { event: "sign_in_failed" }]);
  });
});

/** Everything that opens something, used rightly and wrongly; with what was answered when it went wrong. */
async function liveWithSecrets(world: World) {
  const ada = await world.as("ada");
  const wrong = `wrong-${crypto.randomUUID()}`;
  const secrets = new Map<string, string>([
    ["the password", PASSWORD],
    ["a mistyped password", wrong],
    ["a session's token", ada.token.split(".")[0] ?? ""],
    ["a signed session's token", ada.token],
  ]);
  const refusals: string[] = [];
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await world.app.fetch(new Request(ORIGIN + path, init));
    if (!response.ok) refusals.push(`${[...response.headers]} ${await response.clone().text()}`);
    return response;
  };
  const json = (body: string, headers: Record<string, string> = {}) => ({
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });

  const signedIn = await send(
    "/api/auth/sign-in/email",
    json(JSON.stringify({ email: ada.email, password: PASSWORD }), { origin: ORIGIN }),
  );
  secrets.set("a cookie", signedIn.headers.get("set-cookie")?.split(/[=;]/)[1] ?? "");
  const { token: jwt } = (await (await ada.fetch("/api/auth/token")).json()) as { token: string };
  secrets.set("a JWT", jwt);
  const made = await ada.create_api_key({ name: "script" }, { idempotencyKey: "once" });
  secrets.set("an API key", made.key);
  const hook = await ada.add_channel({ kind: "webhook", url: "https://localhost:9/hook" });
  secrets.set("a webhook's secret", hook.secret ?? "");
  await ada.test_channel({ channel_id: hook.id });

  const client = (await (
    await register(world, { token_endpoint_auth_method: "client_secret_post" })
  ).json()) as {
    client_id: string;
    client_secret: string;
  };
  const { verifier, challenge } = pkce();
  const page = await leadsTo(await authorize(ada, client, challenge));
  const code = (await leadsTo(await consent(ada, page))).searchParams.get("code") ?? "";
  const { client_secret } = client;
  const first = await token(world, { ...exchange(client, code, verifier), client_secret });
  const tokens = (await first.json()) as { access_token: string; refresh_token: string };
  const second = await token(world, { ...refresh(client, tokens.refresh_token), client_secret });
  const rotated = (await second.json()) as { access_token: string; refresh_token: string };
  for (const [name, secret] of Object.entries({
    "a client's secret": client_secret,
    "a code": code,
    "a verifier": verifier,
    "an access token": tokens.access_token,
    "a refresh token": tokens.refresh_token,
    "a rotated access token": rotated.access_token,
    "a rotated refresh token": rotated.refresh_token,
  }))
    secrets.set(name, secret);

  await send("/api/auth/sign-in/email", json(JSON.stringify({ email: ada.email, password: wrong })));
  await send("/api/auth/sign-in/email", json(JSON.stringify({ email: wrong, password: wrong })));
  await send(
    "/api/account/delete",
    json(JSON.stringify({ password: wrong }), { authorization: `Bearer ${jwt}` }),
  );
  await send("/api/auth/oauth2/register", json(JSON.stringify({ jwks_uri: wrong })));
  for (const secret of secrets.values()) {
    const query = encodeURIComponent(secret);
    await send(`/api/tasks?token=${query}`, { headers: { authorization: `Bearer ${jwt}` } });
    await send(`/api/tasks?token=${query}`, { headers: { authorization: `Bearer ${secret}x` } });
    await send(`/api/tasks`, { headers: { authorization: `Basic ${secret}` } });
    await send(`/api/tasks`, { headers: { "x-api-key": `${secret}x` } });
    await send(`/api/auth/sign-in/email`, json(`{"password":"${secret}`));
    await send(`/api/auth/sign-in/email`, json(secret));
    await send(`/api/auth/sign-up/email`, json(JSON.stringify({ password: secret })));
    await send(`/mcp?token=${query}`, json("{}", { authorization: `Bearer ${secret}x` }));
    await send(`/api/auth/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token: `${secret}x`,
        client_id: secret,
      }),
    });
  }
  return { ada, secrets, refusals, send };
}

describe("a secret", () => {
  const lines: string[] = [];
  let world: World;
  let lived: Awaited<ReturnType<typeof liveWithSecrets>>;

  beforeAll(async () => {
    world = await createWorld({ lasts: "file", log: (line) => lines.push(line) });
    lived = await liveWithSecrets(world);
  });

  const namesIn = (text: string, { secrets }: typeof lived) =>
    [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name);

  test("stands in no line of the log", () => {
    expect(lines.length).toBeGreaterThan(50);
    expect(namesIn(lines.join("\n"), lived)).toEqual([]);
  });

  test("stands in no answer that refuses", () => {
    expect(lived.refusals.length).toBeGreaterThan(50);
    expect(namesIn(lived.refusals.join("\n"), lived)).toEqual([]);
  });

  test("stands in no metric", async () => {
    expect(namesIn(await (await lived.send("/metrics")).text(), lived)).toEqual([]);
  });

  test("stands in no row of any table", async () => {
    const { pool } = world.database;
    const { rows: tables } = await pool.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const { rows } = await pool.query(
        `select word from unnest($1::text[]) word where exists (select from "${name}" t where strpos(t::text, word) > 0)`,
        [[...lived.secrets.values()]],
      );
      const found = rows.map(({ word }) => [...lived.secrets].find(([, secret]) => secret === word)?.[0]);
      expect(found, name).toEqual([]);
    }
  });

  test("in the text of an error is cut out of the log", async () => {
    const { ada, secrets } = lived;
    lines.length = 0;
    await failing(ada, [...secrets.values()]);
    expect(lines.join("\n")).toContain("A request failed");
    expect(namesIn(lines.join("\n"), lived)).toEqual([]);
  });

  /** The database is made to fail with an error that quotes what was sent. */
  async function failing(person: Person, values: string[]) {
    const { pool } = world.database;
    await pool.query("alter table lists add constraint no_such_name check (name not like 'fail%') not valid");
    try {
      for (const value of values) {
        const body = JSON.stringify({ name: `fail ${value}`.slice(0, 100) });
        await person.fetch("/api/lists", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
      }
    } finally {
      await pool.query("alter table lists drop constraint no_such_name");
    }
  }
});
