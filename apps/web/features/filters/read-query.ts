/** What is wrong with a query that is being written, told before the server has to. Pure. */
import type { Span } from "@todo/language";
import type { FilterNames } from "@todo/language/filter/complete";
import type { FilterOptions } from "@todo/language/filter/days";
import { conditionsIn } from "@todo/language/filter/filter";
import { name as written } from "@todo/language/filter/format";
import { parseFilter } from "@todo/language/filter/parse";
import { type FilterProblem, filterProblem } from "@todo/language/filter/problem";
import type { Say } from "../../messages/messages.ts";

export interface QueryProblem {
  sentence: string;
  /** The words that are meant, as offsets in UTF-16 units. */
  span: Span;
}

const isAmong = (names: string[], wanted: string) =>
  names.some((name) => name.toLowerCase() === wanted.toLowerCase());

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
    if (one.kind !== "label" && one.kind !== "list") continue;
    const { kind, name } = one;
    const is = { label: isAmong(labels, name), list: isAmong([...lists, "inbox"], name) };
    if (is[kind]) continue;
    // The quick-add line takes a label with either sign.
    if (is.label) return { sentence: t("filterHint.is_label", { name, written: `@${written(name)}` }), span };
    if (is.list) return { sentence: t("filterHint.is_list", { name, written: `#${written(name)}` }), span };
    return said(filterProblem(kind === "label" ? "no_label" : "no_list", { name }, span), t);
  }
  return undefined;
}

const said = ({ code, params, message, span }: FilterProblem, t: Say): QueryProblem => ({
  sentence: t.attempt(`filterProblem.${code}`, params) ?? message,
  span,
});
