/** What is wrong with a filter, and where. */
import type { Span } from "../meaning.ts";

export interface FilterProblem {
  /** A sentence for people, with what to write instead. */
  message: string;
  span: Span;
}

/** Leaves the parser; `parseFilter()` catches it. */
export class WrongFilter extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** `message` without its full stop. */
export function fail(message: string, start: number, end: number): never {
  throw new WrongFilter(`${message}.`, { start, end });
}
