/** Whether words name one of the tasks that are there. */

/** All words of the title are among these, or these among the title's; articles don't count. */
export function isKnown(text: string, titles: string[] = []): boolean {
  const said = wordsIn(text);
  if (said.length === 0) return false;
  return titles.some((title) => {
    const named = wordsIn(title);
    return said.every((word) => named.includes(word)) || isWithin(named, said);
  });
}

const isWithin = (named: string[], said: string[]) =>
  named.length > 0 && named.every((word) => said.includes(word));

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.filter((word) => !/^(?:the|a|an|my)$/u.test(word)) ?? [];
