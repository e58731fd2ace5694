/** What is wrong with a query that is being written, told before the server has to. Pure. */
import type { Span } from "@todo/language";
import type { FilterNames } from "@todo/language/filter/complete";
import type { FilterOptions } from "@todo/language/filter/days";
import { conditionsIn } from "@todo/language/filter/filter";
import { parseFilter } from "@todo/language/filter/parse";
import type { Say } from "../../messages/messages.ts";

export interface QueryProblem {
  sentence: string;
  /** The words that are meant, as offsets in UTF-16 units. */
  span: Span;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Nothing where it can be asked. Names are held against those that there are. */
export function problemIn(
  query: string,
  options: FilterOptions,
  { labels, lists }: FilterNames,
  t: Say,
): QueryProblem | undefined {
  const read = parseFilter(query, options);
  if ("problem" in read) return { sentence: read.problem.message, span: read.problem.span };
  for (const one of conditionsIn(read.filter)) {
    const span = one.span ?? { start: 0, end: query.length };
    if (one.kind === "label" && !labels.some((name) => same(name, one.name)))
      return { sentence: t("filter.noLabel", { name: one.name }), span };
    if (one.kind === "list" && ![...lists, "inbox"].some((name) => same(name, one.name)))
      return { sentence: t("filter.noList", { name: one.name }), span };
  }
  return undefined;
}
