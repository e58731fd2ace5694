/** A message in, what is meant out: one intention for each request in it, in the order they were made. */
import { readRequest } from "./intent/request.ts";
import { requestsOf } from "./intent/split.ts";
import type { Intention, InterpretOptions } from "./meaning.ts";
import { openReading, whole } from "./text/reading.ts";

/** Never throws on any text, and never gives an empty array: what isn't understood is a `reject`. */
export function interpret(text: string, options: InterpretOptions): Intention[] {
  const reading = openReading(text, options);
  const asOne = readRequest(reading, whole(reading));
  // "never mind, undo" is a phrase of its own: nothing in it points at anything.
  if (!isRejected(asOne) && asOne.every(({ spans }) => Object.keys(spans).length === 0)) return asOne;

  const intentions = requestsOf(reading, whole(reading)).flatMap((range) => readRequest(reading, range));
  if (intentions.length === 0) return asOne;
  return isRejected(intentions) ? intentions.slice(0, 1) : intentions;
}

const isRejected = (intentions: Intention[]) => intentions.every(({ operation }) => operation === "reject");
