/** The example of RFC 8291, appendix A: what our fake browsers decrypt with is held to it, and our messages to them. */
import { createECDH } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decrypted } from "../testing/push-service.ts";
import { areDeviceKeys } from "./push.ts";

const example = {
  privateKey: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
  body: "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

test("a browser reads the standard's own example", () => {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(example.privateKey, "base64url"));
  const keys = { ecdh, auth: Buffer.from(example.auth, "base64url") };
  expect(decrypted(Buffer.from(example.body, "base64url"), keys)).toBe(
    "When I grow up, I want to be a watermelon",
  );
});

describe("keys of a browser", () => {
  const { p256dh, auth } = example;

  test("are a point of the curve and sixteen bytes", () => {
    expect(areDeviceKeys({ p256dh, auth })).toBe(true);
  });

  test.each([
    ["no key", { p256dh: "", auth }],
    ["no secret", { p256dh, auth: "" }],
    ["a point beside the curve", { p256dh: `${p256dh.slice(0, -2)}AA`, auth }],
    ["a key that is too short", { p256dh: p256dh.slice(0, 40), auth }],
    ["a secret that is too long", { p256dh, auth: `${auth}AAAA` }],
    ["other characters", { p256dh: p256dh.replace("_", "/"), auth }],
  ])("are not %s", (_, keys) => {
    expect(areDeviceKeys(keys)).toBe(false);
  });
});
