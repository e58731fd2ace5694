/**
 * What was chosen in the palette, newest first, kept in this browser for as
 * long as the person is signed in: what one does often is offered first.
 */
const NAME = "todo-palette";
const KEPT = 60;
/** How much less a use counts than the one after it. */
const FADING = 0.93;

/** Keys of entries, newest first. */
export function readUse(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function noteUse(key: string) {
  try {
    localStorage.setItem(NAME, JSON.stringify([key, ...readUse()].slice(0, KEPT)));
  } catch {
    // Where nothing may be stored, everything stays in its usual order.
  }
}

export function forgetUse() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing could be stored, either.
  }
}

/** How often and how lately each was used: a number above 0, without a unit. Pure. */
function weights(uses: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [age, key] of uses.entries()) counts.set(key, (counts.get(key) ?? 0) + FADING ** age);
  return counts;
}

/** Those used most come first; the others stay as they are. Pure. */
export function mostUsedFirst<Of extends { key: string }>(entries: Of[], uses: readonly string[]): Of[] {
  const counts = weights(uses);
  return entries.toSorted((one, other) => (counts.get(other.key) ?? 0) - (counts.get(one.key) ?? 0));
}
