/** Columns that line up, whatever the script: widths are counted in terminal cells. */
import { harmless } from "./terminal.ts";

export interface Column<Row> {
  heading: string;
  text: (row: Row) => string;
  paint?: (text: string, row: Row) => string;
  align?: "right";
  /** Gives way when the terminal is too narrow. */
  shrinks?: true;
}

export interface TableOptions {
  /** Undefined: as wide as it needs. */
  columns: number | undefined;
  heading?: (text: string) => string;
}

const gap = "  ";

/** One line per row below the headings; columns that are empty in all rows are left out. */
export function table<Row>(
  rows: Row[],
  all: Column<Row>[],
  { columns, heading = same }: TableOptions,
): string[] {
  const cells = rows.map((row) => all.map(({ text }) => harmless(text(row)).replace(/\s+/g, " ")));
  const shown = all.map((_, index) => index).filter((index) => cells.some((row) => row[index] !== ""));
  const widths = shown.map((index) =>
    Math.max(widthOf(all[index]!.heading), ...cells.map((row) => widthOf(row[index]!))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + gap.length * (shown.length - 1);
  const shrinking = shown.findIndex((index) => all[index]!.shrinks);
  if (columns !== undefined && total > columns && shrinking >= 0)
    widths[shrinking] = Math.max(10, widths[shrinking]! - (total - columns));

  const lineOf = (texts: string[], finish: (text: string, column: Column<Row>) => string) =>
    shown
      .map((index, place) => {
        const cut = shorten(texts[index]!, widths[place]!);
        const space = " ".repeat(widths[place]! - widthOf(cut));
        const done = finish(cut, all[index]!);
        return all[index]!.align === "right" ? space + done : done + space;
      })
      .join(gap)
      .trimEnd();

  return [
    lineOf(
      all.map((column) => column.heading),
      heading,
    ),
    ...rows.map((row, number) => lineOf(cells[number]!, (text, column) => column.paint?.(text, row) ?? text)),
  ];
}

const same = (text: string) => text;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

/** Cells that a text takes in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
