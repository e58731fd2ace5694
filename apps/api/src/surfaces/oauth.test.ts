import {
  Client,
  type OAuthClientInformation,
  type OAuthClientProvider,
  type OAuthTokens,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { describe, expect, test } from "vitest";
import {
  askForCode,
  authorize,
  consent,
  exchange,
  leadsTo,
  pkce,
  REDIRECT,
  refresh,
  registered,
  token,
} from "../testing/oauth.ts";
import { createWorld, PASSWORD } from "../testing/world.ts";

const ORIGIN = "http://localhost:3000";

describe("the vendor's own client", () => {
  test("finds its way from a 401 to a tool by itself, but for the person's yes", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    let page: URL | undefined;
    let client: OAuthClientInformation | undefined;
    let tokens: OAuthTokens | undefined;
    let verifier = "";
    const authProvider: OAuthClientProvider = {
      redirectUrl: REDIRECT,
      clientMetadata: {
        client_name: "A vendor's client",
        redirect_uris: [REDIRECT],
        grant_types: ["authorization_code", "refresh_token"],
        token_endpoint_auth_method: "none",
      },
      clientInformation: () => client,
      saveClientInformation: (information) => {
        client = information;
      },
      tokens: () => tokens,
      saveTokens: (given) => {
        tokens = given;
      },
      redirectToAuthorization: (url) => {
        page = url;
      },
      saveCodeVerifier: (given) => {
        verifier = given;
      },
      codeVerifier: () => verifier,
    };
    const fetch = (url: string | URL, init?: RequestInit) =>
      Promise.resolve(world.app.fetch(new Request(url, init)));
    const transport = () =>
      new StreamableHTTPClientTransport(new URL("/mcp", ORIGIN), { authProvider, fetch });

    const first = transport();
    const speaking = new Client({ name: "test", version: "1.0.0" });
    await expect(speaking.connect(first)).rejects.toThrow();
    const asked = await leadsTo(await ada.fetch(page!.pathname + page!.search, { redirect: "manual" }));
    const back = await leadsTo(await consent(ada, asked));
    await first.finishAuth(back.searchParams);

    const connected = new Client({ name: "test", version: "1.0.0" });
    await connected.connect(transport());
    const result = await connected.callTool({ name: "add_task", arguments: { title: "milk" } });
    expect(result.structuredContent).toMatchObject({ title: "milk" });
    expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "milk" }]);
    await connected.close();
  });
});

describe("a client learns where to go", () => {
  test("from the answer to a request without a token", async () => {
    const { app } = await createWorld();
    const response = await app.fetch(new Request(`${ORIGIN}/mcp`, { method: "POST", body: "{}" }));
    expect(response.headers.get("www-authenticate")).toBe(
      `Bearer resource_metadata="${ORIGIN}/.well-known/oauth-protected-resource/mcp"`,
    );
  });

  test.each(["/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"])(
    "from %s",
    async (path) => {
      const { app } = await createWorld();
      expect(await (await app.fetch(new Request(ORIGIN + path))).json()).toMatchObject({
        resource: `${ORIGIN}/mcp`,
        authorization_servers: [ORIGIN],
        scopes_supported: ["read", "write", "destroy"],
      });
    },
  );

  test("and every address named there follows PUBLIC_URL and is served", async () => {
    const publicUrl = "https://todo.example.com";
    const { app } = await createWorld({ environment: { PUBLIC_URL: publicUrl } });
    const at = async (path: string, method = "GET") => app.fetch(new Request(publicUrl + path, { method }));
    const named = (await (await at("/.well-known/oauth-authorization-server")).json()) as object;
    expect(named).toMatchObject({ issuer: publicUrl, code_challenge_methods_supported: ["S256"] });
    for (const [name, address] of Object.entries(named).filter(([name]) => /_(endpoint|uri)$/.test(name))) {
      expect(address).toMatch(new RegExp(`^${publicUrl}/`));
      const method = /token|registration|revocation/.test(name) ? "POST" : "GET";
      expect((await at(new URL(String(address)).pathname, method)).status, name).not.toBe(404);
    }
  });
});

describe("a code", () => {
  test("works once, and its second use ends what the first gave", async () => {
    const world = await createWorld();
    const { client, verifier, code } = await askForCode(world, await world.as("ada"));
    const first = await token(world, exchange(client, code, verifier));
    const { refresh_token } = (await first.json()) as { refresh_token: string };
    expect((await token(world, exchange(client, code, verifier))).status).toBe(400);
    expect((await token(world, refresh(client, refresh_token))).status).toBe(400);
  });

  test.each([
    ["another verifier", { code_verifier: pkce().verifier }],
    ["no verifier", { code_verifier: "" }],
    ["another redirect", { redirect_uri: "http://127.0.0.1:33418/other" }],
    ["another resource", { resource: `${ORIGIN}/api` }],
  ])("is refused with %s", async (_, changes) => {
    const world = await createWorld();
    const { client, verifier, code } = await askForCode(world, await world.as("ada"));
    const response = await token(world, { ...exchange(client, code, verifier), ...changes });
    expect([400, 401]).toContain(response.status);
  });

  test("is refused to another client", async () => {
    const world = await createWorld();
    const { verifier, code } = await askForCode(world, await world.as("ada"));
    expect((await token(world, exchange(await registered(world), code, verifier))).status).toBe(400);
  });
});

describe("the way to a code", () => {
  test("goes through sign-in for somebody who isn't, and back", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const stranger = { ...ada, fetch: ada.with("nobody").fetch };
    const page = await leadsTo(await authorize(stranger, await registered(world), pkce().challenge));
    expect(page.pathname).toBe("/sign-in");
    const again = await ada.fetch(`/api/auth/oauth2/authorize${page.search}`, { redirect: "manual" });
    expect((await leadsTo(again)).pathname).toBe("/consent");
  });

  test("goes on by itself from the sign-in that it led to, also when the client asked for one", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const stranger = { ...ada, fetch: ada.with("nobody").fetch };
    const asked = await authorize(stranger, await registered(world), pkce().challenge, {
      prompt: "login consent",
    });
    const oauth_query = (await leadsTo(asked)).search.slice(1);
    const request = new Request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN },
      body: JSON.stringify({ email: ada.email, password: PASSWORD, oauth_query }),
    });
    const answer = await world.app.fetch(request);
    expect(answer.headers.get("set-cookie")).toBeTruthy();
    const page = await leadsTo(answer);
    expect(page.pathname).toBe("/consent");
    expect((await consent(ada, page)).status).toBe(200);
  });

  test("ends with a no when the person says no", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const page = await leadsTo(await authorize(ada, await registered(world), pkce().challenge));
    const back = await leadsTo(await consent(ada, page, { accept: false }));
    expect(back.searchParams.get("error")).toBe("access_denied");
    expect((await ada.list_connections()).connections).toEqual([]);
  });

  test("lets the person allow less than was asked", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const client = await registered(world);
    const { verifier, challenge } = pkce();
    const page = await leadsTo(await authorize(ada, client, challenge));
    const back = await leadsTo(await consent(ada, page, { accept: true, scope: "read offline_access" }));
    const code = back.searchParams.get("code") ?? "";
    const answer = await token(world, exchange(client, code, verifier));
    expect(await answer.json()).toMatchObject({ scope: "read offline_access" });
    expect((await ada.list_connections()).connections).toMatchObject([{ name: "A test", scopes: ["read"] }]);
  });

  test("is closed to a consent that wasn't asked here", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const page = await leadsTo(await authorize(ada, await registered(world), pkce().challenge));
    page.searchParams.set("scope", "read");
    expect((await consent(ada, page)).status).toBe(400);
  });

  test.each([
    ["PKCE", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
    ["S256", { code_challenge_method: "plain" }, "invalid_request"],
    ["a resource of ours", { resource: "https://elsewhere.example.com" }, "invalid_target"],
    ["known scopes", { scope: "everything" }, "invalid_scope"],
  ])("needs %s", async (_, changes, error) => {
    const world = await createWorld();
    const response = await authorize(
      await world.as("ada"),
      await registered(world),
      pkce().challenge,
      changes,
    );
    const back = await leadsTo(response);
    expect(back.searchParams.get("error")).toBe(error);
    expect(back.href).toContain(REDIRECT);
  });

  test.each([
    "http://127.0.0.1:33418/callback/",
    "http://127.0.0.1:33418/callback?x=1",
    "http://localhost:33418/callback",
    "https://evil.example/callback",
  ])("never leads to %s, which wasn't registered", async (redirect_uri) => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const response = await authorize(ada, await registered(world), pkce().challenge, { redirect_uri });
    const page = await leadsTo(response);
    expect([page.origin, page.pathname]).toEqual([ORIGIN, "/consent"]);
    expect(page.searchParams.get("error")).toBeTruthy();
  });
});
