/** The labels and lists that a filter names, and what becomes of its text when one of them gets another name. */
import { conditionsIn, type Filter } from "./filter.ts";
import { name as written } from "./format.ts";

export type NamedThing = Filter & { kind: "label" | "list" };

export const namesIn = (filter: Filter): NamedThing[] =>
  conditionsIn(filter).filter((one): one is NamedThing => one.kind === "label" || one.kind === "list");

/** The text with the new name where the old one stood; everything else stays as it was typed. */
export function renameInFilter(
  text: string,
  filter: Filter,
  { kind, name, to }: { kind: NamedThing["kind"]; name: string; to: string },
): string {
  const places = namesIn(filter)
    .filter((one) => one.kind === kind && one.name.toLowerCase() === name.toLowerCase())
    .flatMap(({ span }) => span ?? []);
  return places
    .reverse()
    .reduce(
      (rest, { start, end }) => rest.slice(0, start) + text[start] + written(to) + rest.slice(end),
      text,
    );
}
