/** A filter as text. Read again at the same moment, it means the same. */

import type { Priority } from "../meaning.ts";
import { type Filter, traits } from "./filter.ts";

const priorities: Record<Priority, string> = {
  urgent: "p1",
  high: "p2",
  medium: "p3",
  low: "priority low",
  none: "p4",
};

export function formatFilter(filter: Filter): string {
  switch (filter.kind) {
    case "all":
      return filter.of.map(bracketed).join(" & ");
    case "any":
      return filter.of.map((one) => (one.kind === "any" ? bracketed(one) : formatFilter(one))).join(" | ");
    case "not":
      return contrary(filter.of) ?? `!${bracketed(filter.of)}`;
    case "label":
      return `@${name(filter.name)}`;
    case "list":
      return `#${name(filter.name)}`;
    case "priority":
      return priorities[filter.priority];
    case "date":
      return [filter.field, filter.side === "on" ? "" : filter.side, filter.words].filter(Boolean).join(" ");
    case "is":
      return traits[filter.trait].yes[0];
    case "words":
      return `search: ${filter.text}`;
    case "phrase":
      return quoted(filter.text);
    case "title":
      return `title: ${quoted(filter.text)}`;
  }
}

const bracketed = (filter: Filter) =>
  filter.kind === "all" || filter.kind === "any" ? `(${formatFilter(filter)})` : formatFilter(filter);

const contrary = (filter: Filter): string | undefined =>
  filter.kind === "is" ? traits[filter.trait].no[0] : undefined;

const quoted = (text: string) => `"${text.replace(/[\\"“”]/gu, "\\$&")}"`;

/** In quotation marks only where it must be. */
export const name = (text: string) => (/^[^\s&|()"“”\\]+$/u.test(text) ? text : quoted(text));
