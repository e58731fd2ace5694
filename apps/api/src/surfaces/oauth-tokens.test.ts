import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { callTool, listTools } from "../testing/mcp.ts";
import {
  askForCode,
  authorize,
  connect,
  consent,
  exchange,
  leadsTo,
  pkce,
  refresh,
  token,
} from "../testing/oauth.ts";
import { createWorld } from "../testing/world.ts";

const ORIGIN = "http://localhost:3000";

describe("an access token", () => {
  test("opens the tools that its scopes allow, and lives 15 minutes", async () => {
    const world = await createWorld();
    const { as, tokens } = await connect(world, await world.as("ada"), "read offline_access");
    expect((await listTools(as)).map(({ name }) => name)).not.toContain("add_task");
    expect(await callTool(as, "add_task", { title: "x" })).toMatchObject({
      isError: true,
      structuredContent: { code: "forbidden" },
    });
    const { aud, iss, exp = 0, iat = 0 } = decodeJwt(tokens.access_token);
    expect({ aud, iss, seconds: exp - iat }).toEqual({ aud: `${ORIGIN}/mcp`, iss: ORIGIN, seconds: 900 });
  });

  test.each([
    ["GET", "/api/tasks"],
    ["POST", "/api/tasks"],
    ["POST", "/api/chat"],
    ["GET", "/api/live"],
    ["GET", "/api/keys"],
    ["POST", "/api/account/delete"],
    ["GET", "/api/account/export"],
    ["POST", "/api/approvals/0197d6a4-0000-7000-8000-000000000000"],
  ])("opens nothing at %s %s", async (method, path) => {
    const world = await createWorld();
    const { as } = await connect(world, await world.as("ada"));
    const init = { method, ...(method === "POST" && { body: "{}" }) };
    const headers = { "content-type": "application/json" };
    expect((await as.fetch(path, { ...init, headers })).status).toBe(401);
  });

  test("is no session and gets none", async () => {
    const world = await createWorld();
    const { as } = await connect(world, await world.as("ada"));
    expect((await as.fetch("/api/auth/token")).status).toBe(401);
    expect(await (await as.fetch("/api/auth/get-session")).json()).toBeNull();
  });

  test("of another server, though signed with the same keys, opens nothing", async () => {
    const other = await createWorld({ environment: { PUBLIC_URL: "https://other.example.com" } });
    const world = await createWorld();
    const ada = await world.as("ada");
    const { client, verifier, code } = await askForCode(world, ada);
    const elsewhere = await token(other, exchange(client, code, verifier));
    const { access_token } = (await elsewhere.json()) as { access_token: string };
    await expect(listTools(ada.with(access_token))).rejects.toThrow();
  });

  test("doesn't answer approvals: deleting waits for the person, and each client for itself", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await ada.add_task({ title: "milk" });
    const { as } = await connect(world, ada);
    const { as: another } = await connect(world, ada);
    const waiting = await callTool(as, "delete_task", { task_id: 1 });
    expect(waiting.structuredContent).toMatchObject({ status: "waiting_for_approval" });
    expect((await callTool(another, "delete_task", { task_id: 1 })).structuredContent).not.toEqual(
      waiting.structuredContent,
    );
  });
});

test("a session, its JWT and a key go on working at /mcp", async () => {
  const ada = await (await createWorld()).as("ada");
  const { token: jwt } = (await (await ada.fetch("/api/auth/token")).json()) as { token: string };
  const { key } = await ada.create_api_key({ name: "script" });
  for (const as of [ada, ada.with(jwt), ada.with(key)]) expect(await listTools(as)).not.toEqual([]);
});

describe("a refresh token", () => {
  test("is changed for a new one at each use", async () => {
    const world = await createWorld();
    const { client, tokens } = await connect(world, await world.as("ada"));
    const response = await token(world, refresh(client, tokens.refresh_token));
    const next = (await response.json()) as { refresh_token: string; access_token: string };
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect((await token(world, refresh(client, next.refresh_token))).status).toBe(200);
  });

  test("that is used twice ends them all", async () => {
    const world = await createWorld();
    const { client, tokens } = await connect(world, await world.as("ada"));
    const next = await (await token(world, refresh(client, tokens.refresh_token))).json();
    expect((await token(world, refresh(client, tokens.refresh_token))).status).toBe(400);
    const { refresh_token } = next as { refresh_token: string };
    expect((await token(world, refresh(client, refresh_token))).status).toBe(400);
  });

  test("can be given back by the client", async () => {
    const world = await createWorld();
    const { client, tokens } = await connect(world, await world.as("ada"));
    const body = new URLSearchParams({ token: tokens.refresh_token ?? "", client_id: client.client_id });
    const request = new Request(`${ORIGIN}/api/auth/oauth2/revoke`, { method: "POST", body });
    expect((await world.app.fetch(request)).status).toBe(200);
    expect((await token(world, refresh(client, tokens.refresh_token))).status).toBe(400);
  });
});

describe("a connection that the person ends", () => {
  test("opens nothing from that moment, at any replica, by whatever token", async () => {
    const world = await createWorld();
    const replica = await createWorld();
    const ada = await world.as("ada");
    const { client, tokens, as } = await connect(world, ada);
    const [connection] = (await ada.list_connections()).connections;
    await ada.revoke_connection({ connection_id: connection!.id });

    await expect(listTools(as)).rejects.toThrow();
    const elsewhere = new Request(`${ORIGIN}/mcp`, {
      method: "POST",
      headers: { authorization: `Bearer ${tokens.access_token}` },
      body: "{}",
    });
    expect((await replica.app.fetch(elsewhere)).status).toBe(401);
    expect((await token(world, refresh(client, tokens.refresh_token))).status).toBe(400);
    expect((await ada.list_connections()).connections).toEqual([]);
  });

  test("gives nothing for a code that waited", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const { client, verifier, code } = await askForCode(world, ada);
    const [connection] = (await ada.list_connections()).connections;
    await ada.revoke_connection({ connection_id: connection!.id });
    expect((await token(world, exchange(client, code, verifier))).status).toBe(400);
  });

  test("stays ended when the same client is let in again: old tokens don't come back", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const { client, as } = await connect(world, ada);
    const [connection] = (await ada.list_connections()).connections;
    await ada.revoke_connection({ connection_id: connection!.id });
    const page = await leadsTo(await authorize(ada, client, pkce().challenge));
    await consent(ada, page);
    expect((await ada.list_connections()).connections).toHaveLength(1);
    await expect(listTools(as)).rejects.toThrow();
  });
});

test("signing out leaves the connected apps connected", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const { client, tokens, as } = await connect(world, ada);
  await ada.fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" } });
  expect(await listTools(as)).not.toEqual([]);
  expect((await token(world, refresh(client, tokens.refresh_token))).status).toBe(200);
});
