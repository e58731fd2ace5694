/** What was measured, beside what is promised. */
import { AppError } from "@todo/contract/errors";
import { Interrupted } from "../../failures.ts";
import { ProgramFailed } from "../programs.ts";

export interface Measurement {
  name: string;
  /** What was found, with its unit; for a figure also as a number. */
  found: string;
  seconds: number | null;
  limit: string;
  /** null: it couldn't be looked at, for the reason that stands in `found`. */
  passed: boolean | null;
}

export interface Report {
  measurements: Measurement[];
  /** A duration with its limit, both in seconds. */
  atMost: (name: string, seconds: number, limit: number) => void;
  holds: (name: string, is: boolean, found: string, limit: string) => void;
  skip: (name: string, why: string) => void;
  /** Does the work; what it throws is a finding of that name and ends nothing else. */
  attempt: (name: string, work: () => Promise<void>) => Promise<void>;
}

export function createReport(heard: (measurement: Measurement) => void): Report {
  const measurements: Measurement[] = [];
  const add = (measurement: Measurement) => {
    measurements.push(measurement);
    heard(measurement);
  };
  const holds: Report["holds"] = (name, passed, found, limit) =>
    add({ name, found, seconds: null, limit, passed });
  return {
    measurements,
    holds,
    atMost: (name, seconds, limit) =>
      add({
        name,
        found: Number.isFinite(seconds) ? `${seconds.toFixed(2)} s` : "not in that time",
        seconds: Number.isFinite(seconds) ? seconds : null,
        limit: `under ${limit} s`,
        passed: seconds < limit,
      }),
    skip: (name, why) => add({ name, found: why, seconds: null, limit: "", passed: null }),
    async attempt(name, work) {
      try {
        await work();
      } catch (error) {
        if (error instanceof Interrupted || (error instanceof Error && error.name === "AbortError"))
          throw error;
        holds(name, false, reasonOf(error), "it can be looked at");
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof ProgramFailed) return `${error.call.program}: ${error.message.split("\n").at(-1)}`;
  if (error instanceof AppError || error instanceof Error) return error.message;
  return String(error);
}

/** Seconds that the work took, and what it gave. */
export async function timed<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const started = performance.now();
  const result = await work();
  return [(performance.now() - started) / 1_000, result];
}
