import type { lookup } from "node:dns";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ReceiverOptions, startReceiver } from "../testing/receiver.ts";
import { createOutbound, type OutboundOptions } from "./outbound.ts";
import { allowList } from "./public-address.ts";

const open = ({
  allow = [],
  ...options
}: Partial<Omit<OutboundOptions, "allow">> & { allow?: string[] } = {}) => {
  const outbound = createOutbound({ allow: allowList(allow), ports: [], ...options });
  onTestFinished(outbound.close);
  return outbound;
};

const receive = async (options?: ReceiverOptions) => {
  const receiver = await startReceiver(options);
  onTestFinished(receiver.close);
  return receiver;
};

/** DNS as somebody set it up who means us harm: each look-up gets the next answer. */
const dnsOf = (...answers: string[][]) => {
  let asked = 0;
  const resolve: OutboundOptions["resolve"] = ((_host: string, _options: object, callback: LookedUp) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)]!;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  }) as typeof lookup;
  return { resolve, asked: () => asked };
};
type LookedUp = (error: null, addresses: { address: string; family: number }[]) => void;

const request = { headers: { "content-type": "text/plain" }, body: "hello" };

describe("an address is refused before anything is looked up or sent", () => {
  test.each([
    "http://example.com/hook",
    "ftp://example.com/hook",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "nonsense",
    "",
    "https://",
    "https://user:password@example.com/",
    "https://user@example.com/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://0/",
    "https://①②⑦.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[fd00:ec2::254]/",
    "https://10.0.0.1:8443/",
  ])("%s", async (address) => {
    const dns = dnsOf(["127.0.0.1"]);
    const outbound = open({ resolve: dns.resolve });

    expect(outbound.problemWith(address)?.name).toMatch(/^address_/);
    await expect(outbound.post(address, request)).rejects.toMatchObject({ name: "Unreachable" });
    expect(dns.asked()).toBe(0);
  });

  test("with a port that this server may not send to", () => {
    const outbound = open({ ports: [443, 8443] });
    expect(outbound.problemWith("https://example.com:22/")).toMatchObject({ values: { port: 22 } });
    expect(outbound.problemWith("https://example.com:8443/")).toBeUndefined();
    expect(outbound.problemWith("https://example.com/")).toBeUndefined();
  });
});

describe("a name that leads inside", () => {
  test("is not connected to, as the real DNS of this machine has one", async () => {
    const receiver = await receive();
    const { port } = new URL(receiver.url);

    await expect(open().post(`https://localhost:${port}/`, request)).rejects.toThrow(/no public address/);
    expect(receiver.requests).toEqual([]);
  });

  test.each([
    ["a private address", ["10.0.0.1"]],
    ["metadata of a cloud", ["169.254.169.254"]],
    ["a private address beside a public one", ["1.1.1.1", "127.0.0.1"]],
    ["this machine in IPv6 clothes", ["::ffff:127.0.0.1"]],
    ["nothing", []],
  ])("is not connected to when it has %s", async (_, addresses) => {
    const { resolve } = dnsOf(addresses);
    await expect(open({ resolve }).post("https://hooks.example/", request)).rejects.toThrow(
      /no public address at hooks.example/,
    );
  });

  test("tells no more than a name that isn't there", async () => {
    const inside = open({ resolve: dnsOf(["10.0.0.1"]).resolve }).post("https://a.example/", request);
    const nowhere = open({ resolve: dnsOf([]).resolve }).post("https://a.example/", request);
    const [one, other] = await Promise.allSettled([inside, nowhere]);
    expect(one).toEqual(other);
  });
});

describe("what whoever runs the server has allowed", () => {
  test("may be private and without TLS, by its address", async () => {
    const receiver = await receive();
    expect(await open({ allow: ["127.0.0.0/8"] }).post(`${receiver.url}/hook`, request)).toBe(200);
    expect(receiver.requests).toMatchObject([{ path: "/hook", headers: { "content-type": "text/plain" } }]);
    expect(receiver.requests[0]?.body.toString()).toBe("hello");
  });

  test("may be private and without TLS, by its name, which is looked up once", async () => {
    const receiver = await receive();
    const { port } = new URL(receiver.url);
    const dns = dnsOf(["127.0.0.1"], ["169.254.169.254"]);
    const outbound = open({ allow: ["hooks.internal"], resolve: dns.resolve });

    expect(await outbound.post(`http://hooks.internal:${port}/`, request)).toBe(200);
    expect(dns.asked()).toBe(1);
  });

  test("doesn't make other names plain", async () => {
    const outbound = open({ allow: ["hooks.internal", "127.0.0.1"] });
    expect(outbound.problemWith("http://other.internal/")?.name).toBe("address_needs_https");
    expect(outbound.problemWith("http://localhost/")?.name).toBe("address_needs_https");
  });
});

describe("an answer", () => {
  const allow = ["127.0.0.1"];

  test("that redirects is not followed", async () => {
    const inside = await receive();
    const receiver = await receive({ reply: () => ({ status: 307, headers: { location: inside.url } }) });

    expect(await open({ allow }).post(receiver.url, request)).toBe(307);
    expect(inside.requests).toEqual([]);
  });

  test("that never comes ends the wait", async () => {
    const receiver = await receive({ reply: () => "hang" });
    await expect(open({ allow, timeoutMs: 50 }).post(receiver.url, request)).rejects.toThrow(/didn't answer/);
  });

  test("that is cut off is told as such", async () => {
    const receiver = await receive({ reply: () => "break" });
    await expect(open({ allow }).post(receiver.url, request)).rejects.toThrow(/connection .* broke/);
  });

  test("from nobody is told as such", async () => {
    const receiver = await startReceiver();
    await receiver.close();
    await expect(open({ allow }).post(receiver.url, request)).rejects.toThrow(/refuses connections/);
  });

  test("from something that speaks no TLS is told as such", async () => {
    const { port } = new URL((await receive()).url);
    await expect(open({ allow }).post(`https://127.0.0.1:${port}/`, request)).rejects.toThrow(/no TLS/);
  });

  test("leaves its connection for the next", async () => {
    const receiver = await receive();
    const outbound = open({ allow });
    for (let time = 0; time < 3; time++) await outbound.post(receiver.url, request);
    expect(receiver.requests).toHaveLength(3);
    expect(receiver.connections()).toBe(1);
  });
});
