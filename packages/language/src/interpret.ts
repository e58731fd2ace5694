/** A message in, what is meant out: one intention for each request in it, in the order they were made. */
import { readRequest } from "./intent/request.ts";
import { requestsOf } from "./intent/split.ts";
import type { Intention, InterpretOptions } from "./meaning.ts";
import { openReading, whole } from "./text/reading.ts";

/** Never throws on any text, and never gives an empty array: what isn't understood is a `reject`. */
export function interpret(text: string, options: InterpretOptions): Intention[] {
  const reading = openReading(text, options);
  const all = readRequest(reading, whole(reading));
  const isSmall =
    all.length === 1 && Object.keys(all[0]!.spans).length === 0 && all[0]!.operation !== "reject";
  if (isSmall) return all;

  const intentions = requestsOf(reading, whole(reading)).flatMap((range) => readRequest(reading, range));
  const understood = intentions.filter(({ operation }) => operation !== "reject");
  if (understood.length === 0) return intentions.slice(0, 1).concat(intentions.length === 0 ? all : []);
  return intentions;
}
