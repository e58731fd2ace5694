interface Group {
  undo: string;
  undoes: string | null;
}

/** What can be done about an entry, or was. Nothing where the entries that tell aren't among these. */
export type WayBack = "undo" | "redo" | "undone" | "redone" | undefined;

export function wayBackOf(entry: Group & { operation: string }, history: Group[]): WayBack {
  const back = (group: string) => (isTakenBack(group, history) ? "undone" : "undo");
  if (entry.undoes === null) return back(entry.undo);
  if (entry.operation !== "redo") return isTakenBack(entry.undo, history) ? "redone" : "redo";
  // It stands for what it did again.
  const root = history.find(({ undo }) => undo === entry.undoes)?.undoes;
  return root ? back(root) : undefined;
}

/** Whether the latest word on a group is that it was undone: a redo takes the undo back in turn. */
export function isTakenBack(group: string, history: Group[]): boolean {
  const takers = new Set(history.filter(({ undoes }) => undoes === group).map(({ undo }) => undo));
  return [...takers].some((taker) => !isTakenBack(taker, history));
}
