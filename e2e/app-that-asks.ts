/** Another program that asks a person to let it in, by OAuth with dynamic registration. */
import { createHash, randomBytes } from "node:crypto";

/** Its origin is a port where nobody listens. */
export const REDIRECT = "http://127.0.0.1:8149/callback";

/** Registers it. Answers what it needs to change the code for a token, and the address that it sends people to. */
export async function newApp(productUrl: string, name = "Test app") {
  const response = await fetch(`${productUrl}/api/auth/oauth2/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_name: name,
      redirect_uris: [REDIRECT],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    }),
  });
  const { client_id: clientId }: { client_id: string } = await response.json();
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: REDIRECT,
    scope: "read write offline_access",
    state: "a state",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  return { clientId, verifier, address: `/api/auth/oauth2/authorize?${query}` };
}
