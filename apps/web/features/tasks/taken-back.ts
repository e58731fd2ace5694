/** Whether the latest word on a group is that it was undone: a redo takes the undo back in turn. */
export function isTakenBack(group: string, history: { undo: string; undoes: string | null }[]): boolean {
  const takers = new Set(history.filter(({ undoes }) => undoes === group).map(({ undo }) => undo));
  return [...takers].some((taker) => !isTakenBack(taker, history));
}
