/** What a schema says against an input, as the error that callers get. */
import { AppError, type AppErrorOptions } from "@todo/contract";
import type { z } from "zod";

/** Names every wrong field, each with what is expected there. The reason is the first one's. */
export function invalidInput({ issues }: z.ZodError): AppError {
  const errors = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "There is no such field.",
        }))
      : [{ path: issue.path.join("."), message: issue.message }],
  );
  const sentence = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" ");
  return new AppError("validation_failed", sentence, { errors, ...reasonOf(issues[0]) });
}

function reasonOf(issue: z.core.$ZodIssue | undefined): Pick<AppErrorOptions, "reason" | "params"> {
  if (issue?.code === "too_big") {
    const most = Number(issue.maximum);
    if (issue.origin === "string") return { reason: "too_long", params: { most } };
    return { reason: issue.origin === "array" ? "too_many" : "too_big", params: { most } };
  }
  if (issue?.code === "too_small") {
    const hasLength = issue.origin === "string" || issue.origin === "array";
    return hasLength
      ? { reason: "empty" }
      : { reason: "too_small", params: { least: Number(issue.minimum) } };
  }
  return issue?.code === "invalid_format" ? { reason: "wrong_form" } : {};
}
