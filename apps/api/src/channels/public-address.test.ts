import { describe, expect, test } from "vitest";
import { allowList, isPublicAddress } from "./public-address.ts";

describe("an address that anybody may make us speak to", () => {
  test.each([
    "1.1.1.1",
    "8.8.8.8",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "169.253.1.1",
    "198.20.0.1",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:810::200e",
  ])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("an address that nobody may make us speak to", () => {
  test.each([
    ["127.0.0.1", "this machine"],
    ["127.255.255.254", "this machine"],
    ["0.0.0.0", "this machine, on many systems"],
    ["0.1.2.3", "this network"],
    ["10.0.0.1", "a private network"],
    ["172.16.0.1", "a private network"],
    ["172.31.255.255", "a private network"],
    ["192.168.1.1", "a private network"],
    ["100.64.0.1", "a carrier's network"],
    ["100.100.100.200", "metadata of a cloud"],
    ["169.254.169.254", "metadata of most clouds"],
    ["168.63.129.16", "the agent of a cloud's machines"],
    ["192.0.0.192", "metadata of a cloud"],
    ["192.0.2.1", "documentation"],
    ["198.51.100.1", "documentation"],
    ["203.0.113.1", "documentation"],
    ["198.18.0.1", "networks under test"],
    ["192.88.99.1", "6to4 relays"],
    ["224.0.0.1", "many at once"],
    ["240.0.0.1", "reserved"],
    ["255.255.255.255", "everybody"],
    ["::", "this machine, on many systems"],
    ["::1", "this machine"],
    ["::127.0.0.1", "an IPv4 address in the old way"],
    ["::ffff:127.0.0.1", "an IPv4 address mapped"],
    ["::ffff:7f00:1", "the same, in hexadecimal"],
    ["::ffff:8.8.8.8", "a public one mapped: no name has that"],
    ["::ffff:0:127.0.0.1", "an IPv4 address translated"],
    ["64:ff9b::7f00:1", "an IPv4 address behind NAT64"],
    ["64:ff9b::169.254.169.254", "metadata behind NAT64"],
    ["64:ff9b:1::a00:1", "a local NAT64"],
    ["100::1", "nowhere"],
    ["2001::1", "Teredo"],
    ["2001:2::1", "networks under test"],
    ["2001:db8::1", "documentation"],
    ["3fff::1", "documentation"],
    ["2002:7f00:1::", "this machine by 6to4"],
    ["fc00::1", "a private network"],
    ["fd00:ec2::254", "metadata of a cloud"],
    ["fe80::1", "the same wire"],
    ["fe80::1%eth0", "the same wire"],
    ["fec0::1", "a private network in the old way"],
    ["ff02::1", "many at once"],
    ["localhost", "no address"],
    ["", "no address"],
  ])("%s: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("what was allowed", () => {
  const allow = allowList(["hooks.internal", "10.1.0.0/16", "192.168.5.5", "[fd00::5]", "fd12::/32"]);

  test.each(["hooks.internal", "HOOKS.internal", "hooks.internal."])("holds the name %s", (host) => {
    expect(allow.hasName(host)).toBe(true);
  });

  test("doesn't hold names below or beside one", () => {
    expect(["a.hooks.internal", "hooks.internal.example", "internal"].filter(allow.hasName)).toEqual([]);
  });

  test.each(["10.1.2.3", "192.168.5.5", "fd00::5", "fd12:0:1::1"])("holds the address %s", (address) => {
    expect(allow.hasAddress(address)).toBe(true);
  });

  test("doesn't hold other addresses, nor these in disguise", () => {
    const others = ["10.2.0.1", "192.168.5.6", "fd00::6", "::ffff:10.1.2.3", "hooks.internal"];
    expect(others.filter(allow.hasAddress)).toEqual([]);
  });

  test("is refused when a network isn't one", () => {
    expect(() => allowList(["10.0.0.0/40"])).toThrow();
  });
});
