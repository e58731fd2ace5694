/** `If-Match` and `ETag` (RFC 9110): over HTTP a thing's version is its entity tag. */
import { AppError, invalid } from "@todo/contract";
import type { Context as HonoContext } from "hono";
import type { BoundOperation } from "../operations/implement.ts";

const TAG = /^(?:W\/)?"([1-9]\d{0,9})"$/;

/**
 * The input with the version that `If-Match` names. `*` matches whatever is there. Throws `malformed_request` for what is
 * no version of ours, and for an operation that changes no single thing: to ignore it could overwrite a change.
 */
export function withIfMatch(c: HonoContext, { effect, input }: BoundOperation, given: object): object {
  const header = c.req.header("if-match");
  if (header === undefined || header === "*" || effect === "read") return given;
  if (!("version" in input.shape)) {
    throw new AppError("malformed_request", "This route changes no single thing, so it takes no If-Match.");
  }
  const version = Number(TAG.exec(header)?.[1] ?? Number.NaN);
  if (Number.isNaN(version)) {
    throw new AppError(
      "malformed_request",
      'If-Match takes one version in quotes, as the ETag told it: "3".',
    );
  }
  if ("version" in given && Number(given.version) !== version) {
    throw invalid("version", "If-Match names another version. Send it once.");
  }
  return { ...given, version };
}

/** The entity tag of an answer that is one thing with a version. */
export function entityTag(answer: unknown): Record<string, string> {
  if (typeof answer !== "object" || answer === null || !("version" in answer)) return {};
  return typeof answer.version === "number" ? { etag: `"${answer.version}"` } : {};
}
