import { describe, expect, test } from "vitest";
import { signInKeyAnywhere } from "../access/sign-in-key.ts";
import { createWorld, PASSWORD, type World } from "../testing/world.ts";

/** Addresses of this test run alone, since counts are shared. */
const someNetwork = () => `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}`;

/** Each guess says it came from elsewhere; gives the last answer's status. */
async function guess(url: string, email: string, forwardedFor: (attempt: number) => string, times: number) {
  let status = 0;
  for (let attempt = 0; attempt < times; attempt++) {
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor(attempt) },
      body: JSON.stringify({ email, password: "a wrong guess" }),
    });
    await response.body?.cancel();
    status = response.status;
  }
  return status;
}

const nobody = () => `nobody-${crypto.randomUUID()}@example.com`;

/** Where the account's last attempt came from, as its audit tells. */
async function lastAddress(world: World, email: string) {
  const { rows } = await world.database.pool.query<{ address: string }>(
    `select address from audit_events e join "user" u on u.id = e.user_id where email = $1 order by e.id desc limit 1`,
    [email],
  );
  return rows[0]?.address;
}

describe("guesses at one account", () => {
  test("are counted together whatever else their sender claims", async () => {
    const world = await createWorld();
    const network = someNetwork();
    const forwarded = (attempt: number) => `${network}:f::${attempt}, ${network}::1`;
    expect(await guess(await world.listen(), nobody(), forwarded, 11)).toBe(429);
  });

  test("are counted together for a sender in a private network too", async () => {
    const world = await createWorld();
    const forwarded = (attempt: number) => `${someNetwork()}::${attempt}, 192.168.7.9`;
    expect(await guess(await world.listen(), nobody(), forwarded, 11)).toBe(429);
  });

  test("are counted by the connection where no proxy is known", async () => {
    const world = await createWorld({ environment: { TRUSTED_PROXIES: "203.0.113.1" } });
    expect(await guess(await world.listen(), nobody(), () => `${someNetwork()}::1`, 11)).toBe(429);
  });

  test("are counted together for all addresses of one network of IPv6, and for no others", async () => {
    const world = await createWorld();
    const url = await world.listen();
    const [email, network] = [nobody(), someNetwork()];
    expect(await guess(url, email, (attempt) => `${network}:${attempt}::1`, 10)).toBe(401);
    expect(await guess(url, email, () => `${someNetwork()}::1`, 1)).toBe(401);
    expect(await guess(url, email, () => `${network}:f::1`, 1)).toBe(429);
  });

  test("are counted together for an address of IPv4, however it is written", async () => {
    const world = await createWorld();
    const url = await world.listen();
    const email = nobody();
    expect(await guess(url, email, () => "203.0.113.7", 10)).toBe(401);
    expect(await guess(url, email, () => "::ffff:203.0.113.8", 1)).toBe(401);
    expect(await guess(url, email, () => "::ffff:203.0.113.7", 1)).toBe(429);
  });

  test("are counted over all addresses, and a stranger with one is stopped long before", async () => {
    const world = await createWorld();
    const url = await world.listen();
    const email = nobody();
    await guess(url, email, () => `${someNetwork()}::1`, 1);
    const { rowCount } = await world.database.pool.query(
      "update rate_limits set count = 300 where key = $1 and count = 1",
      [signInKeyAnywhere(email)],
    );
    expect(rowCount).toBe(1);
    expect(await guess(url, email, () => `${someNetwork()}::1`, 1)).toBe(429);
  });

  test("don't count where the password was right", async () => {
    const world = await createWorld();
    const { email } = await world.as("ada");
    const credentials = { email, password: PASSWORD };
    const response = await fetch(`${await world.listen()}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(credentials),
    });
    expect(response.status).toBe(200);
    const { rows } = await world.database.pool.query("select count from rate_limits where key = $1", [
      signInKeyAnywhere(email),
    ]);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe("the audit names", () => {
  test.each([
    ["the address that the web app heard", "0", "198.51.100.1, 198.51.100.2", "198.51.100.2"],
    ["the same with one proxy in front", "1", "198.51.100.1, 198.51.100.2", "198.51.100.2"],
    ["the address before that with two", "2", "198.51.100.0, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
    ["the one there is when there are fewer", "2", "198.51.100.1", "198.51.100.1"],
  ])("%s", async (_, hops, forwarded, address) => {
    const world = await createWorld({ environment: { PROXY_HOPS: hops } });
    const { email } = await world.as("ada");
    await guess(await world.listen(), email, () => forwarded, 1);
    expect(await lastAddress(world, email)).toBe(address);
  });
});
