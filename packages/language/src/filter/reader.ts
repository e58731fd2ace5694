/** A filter on the table: its pieces, and how far they are read. */

import type { ReadDays } from "./days.ts";
import type { DateField } from "./filter.ts";
import type { Piece } from "./pieces.ts";

export class Reader {
  readonly text: string;
  readonly daysOf: (words: string, field: DateField) => ReadDays;
  private readonly pieces: Piece[];
  private at = 0;

  constructor(text: string, pieces: Piece[], daysOf: Reader["daysOf"]) {
    this.text = text;
    this.pieces = pieces;
    this.daysOf = daysOf;
  }

  peek(): Piece | undefined {
    return this.pieces[this.at];
  }

  take(count = 1) {
    this.at += count;
  }

  before(): Piece | undefined {
    return this.pieces[this.at - 1];
  }

  /** Where the next piece stands, or the text ends. */
  place(): number {
    return this.peek()?.start ?? this.text.length;
  }

  /** Where the piece taken last ends. */
  end(): number {
    return this.before()?.end ?? 0;
  }

  /** The words from here on, up to anything that is none. */
  words(): Extract<Piece, { kind: "word" }>[] {
    const words = [];
    for (let at = this.at; ; at += 1) {
      const piece = this.pieces[at];
      if (piece?.kind !== "word") return words;
      words.push(piece);
    }
  }
}
