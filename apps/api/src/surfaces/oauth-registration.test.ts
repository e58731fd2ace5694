import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { authorize, consent, exchange, leadsTo, pkce, register, token } from "../testing/oauth.ts";
import { createWorld } from "../testing/world.ts";

describe("a registration", () => {
  test("of a client with a secret stores a hash of it", async () => {
    const world = await createWorld();
    const response = await register(world, { token_endpoint_auth_method: "client_secret_post" });
    const { client_secret } = (await response.json()) as { client_secret: string };
    expect(client_secret).toBeTruthy();
    const { rows } = await world.database.pool.query('select * from "oauthClient"');
    expect(JSON.stringify(rows)).not.toContain(client_secret);
  });

  test.each([
    "javascript:alert(1)",
    "http://evil.example/callback",
    "https://user:word@example.com/callback",
    "https://example.com/callback#part",
  ])("can't have the redirect %s", async (redirect) => {
    const response = await register(await createWorld(), { redirect_uris: [redirect] });
    expect(response.status).toBe(400);
  });

  test("makes this server fetch nothing", async () => {
    let connections = 0;
    const listener = createServer().on("connection", (socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((ready) => listener.listen(0, "127.0.0.1", ready));
    onTestFinished(() => void listener.close());
    const target = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/x`;
    const world = await createWorld();
    const ada = await world.as("ada");

    for (const name of [
      "jwks_uri",
      "sector_identifier_uri",
      "backchannel_logout_uri",
      "initiate_login_uri",
    ]) {
      const response = await register(world, { [name]: target });
      expect(await response.json(), name).toMatchObject({ error: "invalid_client_metadata" });
    }
    const tolerated = await register(world, {
      logo_uri: target,
      client_uri: target,
      tos_uri: target,
      policy_uri: target,
      post_logout_redirect_uris: [target],
    });
    const client = (await tolerated.json()) as { client_id: string };
    const { verifier, challenge } = pkce();
    const page = await leadsTo(await authorize(ada, client, challenge, { request_uri: target }));
    expect(page.searchParams.get("error")).toBe("request_uri_not_supported");
    const asked = await leadsTo(await authorize(ada, client, challenge));
    const back = await leadsTo(await consent(ada, asked));
    await token(world, exchange(client, back.searchParams.get("code") ?? "", verifier));
    await ada.fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    expect(connections).toBe(0);
  });

  test("is limited per address", async () => {
    const world = await createWorld({ environment: { CLIENTS_PER_HOUR: "1" } });
    await register(world);
    const refused = await register(world);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await world.database.pool.query("delete from rate_limits where key like 'register:%'");
  });
});
