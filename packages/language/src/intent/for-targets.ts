/** Says the same of each task that a request points at; without any it is the one spoken of last. */
import type { Intention, Reference } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf } from "../text/reading.ts";
import type { Heard } from "./readers.ts";
import { readTargets } from "./targets.ts";

/** Nothing where one of them can't be meant. */
export function forTargets(
  { reading, slots }: Pick<Heard, "reading" | "slots">,
  make: (target: Reference) => Intention | undefined,
): Intention[] | undefined {
  if (!slots.target) {
    const intention = make({ pronoun: "last" });
    return intention && [intention];
  }
  const intentions = readTargets(reading, slots.target).map(({ target, range }) => {
    const intention = Object.keys(target).length > 0 ? make(target) : undefined;
    return intention && { ...intention, spans: { ...intention.spans, target: spanOf(reading, range) } };
  });
  return intentions.every((each) => each !== undefined) ? intentions : undefined;
}

export const valueSpan = (reading: Reading, name: string, value: Range) => ({
  [name]: spanOf(reading, value),
});
