/** What the palette offers for the words typed. Pure. */
export interface Entry {
  /** Unique among all entries. */
  key: string;
  text: string;
  /** Words that find it, too. */
  also?: string;
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Those in which each typed word begins a word, whatever the case and the
 * accents; first those that begin as typed. All of them, in their order, for
 * blank words.
 */
export function matching<Of extends Entry>(entries: Of[], typed: string): Of[] {
  const wanted = plain(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return entries;
  const phrase = wanted.join(" ");
  const found = entries.filter(({ text, also = "" }) => {
    const words = plain(`${text} ${also}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
  const rank = ({ text }: Of) => (plain(text).startsWith(phrase) ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other));
}
