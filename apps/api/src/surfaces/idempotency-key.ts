/** The Idempotency-Key of a request, whichever way it came: the header's, or a tool call's own. */
import { createHash } from "node:crypto";
import { AppError, limits } from "@todo/contract";
import type { Context } from "../operations/context.ts";

/**
 * What the road needs to do a write once. `route` names what is done, so that one key may serve two kinds of request;
 * `input` is what a repetition must send again. Throws `malformed_request` for a key that is empty or too long.
 */
export function idempotencyOf(
  key: string | undefined,
  route: string,
  input: unknown,
): Pick<Context, "idempotency"> {
  if (key === undefined) return {};
  if (key === "" || key.length > limits.idempotencyKey || hasUnstorable(key)) {
    throw new AppError(
      "malformed_request",
      `An Idempotency-Key has 1 to ${limits.idempotencyKey} characters, none of them a control character.`,
    );
  }
  const body_hash = createHash("sha256").update(inOrder(input)).digest("hex");
  return { idempotency: { key, route, body_hash } };
}

const hasUnstorable = (key: string) => /[\p{Cc}\p{Cs}]/u.test(key);

/** JSON with the fields of each object in order: who sends the same again may write it down another way. */
function inOrder(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === "object" && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? ""
  );
}
