/**
 * The one error type that crosses the wire, and its shape there: problem
 * details as in RFC 9457. `code` and `reason` are stable and `params` fill a
 * translation; the English sentence is for whoever has none.
 */
import type { VersionConflict } from "./conflict.ts";
import type { Reason } from "./reasons.ts";

const statuses = {
  malformed_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  already_exists: 409,
  already_answered: 409,
  undo_conflict: 409,
  nothing_to_undo: 409,
  nothing_to_redo: 409,
  idempotency_conflict: 409,
  version_conflict: 412,
  too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  approval_required: 428,
  too_many_requests: 429,
  internal: 500,
  model_failed: 502,
  unavailable: 503,
  model_timeout: 504,
} as const;

export type ErrorCode = keyof typeof statuses;

const isErrorCode = (name: string): name is ErrorCode => Object.hasOwn(statuses, name);

export const errorCodes = /* @__PURE__ */ Object.keys(statuses).filter(isErrorCode);

/** One field that is wrong, and why. `path` is dotted: `tasks.2.title`. */
export interface FieldProblem {
  path: string;
  message: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  reason?: Reason;
  params?: Record<string, unknown>;
  errors?: FieldProblem[];
  /** Of a `version_conflict` alone. */
  conflict?: VersionConflict;
}

export interface AppErrorOptions extends ErrorOptions {
  /** What exactly, where the code covers several things. */
  reason?: Reason;
  /** Fill the translated sentence: `{kind: "task", id: "7"}`. */
  params?: Record<string, unknown>;
  errors?: FieldProblem[];
  conflict?: VersionConflict;
  retryAfterSeconds?: number;
}

const TYPE = "urn:todo:problem:";

export const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "type" in value && String(value.type).startsWith(TYPE);

/** Servers throw it, clients rethrow it. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly reason: Reason | undefined;
  readonly params: Record<string, unknown>;
  readonly errors: FieldProblem[];
  readonly conflict: VersionConflict | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.reason = options.reason;
    this.params = options.params ?? {};
    this.errors = options.errors ?? [];
    this.conflict = options.conflict;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return statuses[this.code];
  }

  toProblem(): Problem {
    return {
      type: `${TYPE}${this.code}`,
      title: this.code.replaceAll("_", " "),
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(this.reason && { reason: this.reason }),
      ...(Object.keys(this.params).length > 0 && { params: this.params }),
      ...(this.errors.length > 0 && { errors: this.errors }),
      ...(this.conflict && { conflict: this.conflict }),
    };
  }

  /** Of one thing among several, which are answered without it. */
  toFailure(): Pick<Problem, "code" | "reason" | "params"> & { message: string } {
    const { code, reason, params } = this.toProblem();
    return { code, ...(reason && { reason }), message: this.message, ...(params && { params }) };
  }

  /** Rebuilds the error on the caller's side. The seconds come from the header `Retry-After`. */
  static fromProblem(problem: Problem, retryAfterSeconds?: number): AppError {
    const options: AppErrorOptions = {};
    if (problem.reason) options.reason = problem.reason;
    if (problem.params) options.params = problem.params;
    if (problem.errors) options.errors = problem.errors;
    if (problem.conflict) options.conflict = problem.conflict;
    if (retryAfterSeconds !== undefined) options.retryAfterSeconds = retryAfterSeconds;
    return new AppError(problem.code, problem.detail, options);
  }
}

const IS_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const notFound = (kind: string, id: string | number) =>
  new AppError(
    "not_found",
    `There is no ${kind} ${typeof id === "number" ? "with the number" : "called"} ${id}.`,
    {
      // A person has never seen a UUID, so no sentence for people names it.
      ...(typeof id === "number"
        ? { reason: "no_such_number" }
        : !IS_UUID.test(id) && { reason: "no_such_name" }),
      params: { kind, id },
    },
  );

/** `about` says the same for translations. */
export const invalid = (
  path: string,
  message: string,
  about: Pick<AppErrorOptions, "reason" | "params"> = {},
) => new AppError("validation_failed", message, { ...about, errors: [{ path, message }] });
