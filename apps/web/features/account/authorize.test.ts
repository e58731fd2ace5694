import { expect, test } from "vitest";
import { authorizeAddress, destinationOf, scopesIn } from "./authorize.ts";

const query = {
  response_type: "code",
  client_id: "abc",
  redirect_uri: "http://127.0.0.1:33418/callback",
  scope: "write offline_access read",
  code_challenge: "x",
  code_challenge_method: "S256",
  resource: ["http://localhost:3000/mcp"],
  exp: "1",
  sig: "s",
};

test("signing in for an app leads back to its request, without the signature of the old one", () => {
  const address = new URL(authorizeAddress(query)!, "http://localhost:3000");
  expect(address.pathname).toBe("/api/auth/oauth2/authorize");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    response_type: "code",
    client_id: "abc",
    redirect_uri: "http://127.0.0.1:33418/callback",
    scope: "write offline_access read",
    code_challenge: "x",
    code_challenge_method: "S256",
    resource: "http://localhost:3000/mcp",
  });
});

test("signing in for oneself leads to no app", () => {
  expect(authorizeAddress({ next: "/settings" })).toBeUndefined();
  expect(authorizeAddress({ client_id: "abc" })).toBeUndefined();
});

test("the scopes come in one order, whatever the app's", () => {
  expect(scopesIn(query)).toEqual(["read", "write", "offline_access"]);
});

test.each([
  ["http://127.0.0.1:33418/callback", { host: "127.0.0.1:33418", local: true }],
  ["https://app.example.com/back", { host: "app.example.com", local: false }],
  ["cursor://anysphere/callback", { host: "anysphere", local: true }],
])("%s is told as where it leads", (redirect_uri, destination) => {
  expect(destinationOf({ redirect_uri })).toEqual(destination);
});
