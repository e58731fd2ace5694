/** What is wrong with a query that is being written, told before the server has to. Pure. */
import type { Span } from "@todo/language";
import type { FilterNames } from "@todo/language/filter/complete";
import type { FilterOptions } from "@todo/language/filter/days";
import { conditionsIn } from "@todo/language/filter/filter";
import { parseFilter } from "@todo/language/filter/parse";
import { type FilterProblem, filterProblem } from "@todo/language/filter/problem";
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
  if ("problem" in read) return said(read.problem, t);
  for (const one of conditionsIn(read.filter)) {
    const span = one.span ?? { start: 0, end: query.length };
    if (one.kind === "label" && !labels.some((name) => same(name, one.name)))
      return said(filterProblem("no_label", { name: one.name }, span), t);
    if (one.kind === "list" && ![...lists, "inbox"].some((name) => same(name, one.name)))
      return said(filterProblem("no_list", { name: one.name }, span), t);
  }
  return undefined;
}

const said = ({ code, params, message, span }: FilterProblem, t: Say): QueryProblem => ({
  sentence: t.attempt(`filterProblem.${code}`, params) ?? message,
  span,
});
