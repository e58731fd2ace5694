/** The arrow keys in the composer: back through what one has said, and forward again. Pure. */
export interface Recalled {
  words: string;
  /** Counted from the newest, which is 1; 0 is the empty line. */
  back: number;
}

/** One step further back, or forward by -1; the oldest stays. Nothing for words that are the person's own. */
export function recall(said: readonly string[], { words, back }: Recalled, by: 1 | -1): Recalled | undefined {
  const from = words === "" ? 0 : back;
  if (from > 0 ? said.at(-from) !== words : words !== "") return undefined;
  const to = Math.min(from + by, said.length);
  if (to < 0 || said.length === 0) return undefined;
  return { back: to, words: to === 0 ? "" : (said.at(-to) ?? "") };
}
