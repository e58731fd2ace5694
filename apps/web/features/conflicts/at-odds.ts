/** Where two versions of a thing contradict each other. Pure. */
import type { VersionedThing } from "@todo/contract/conflict";

/** A change and a newer version of its thing want different things. The person has been asked which. */
export class AtOdds extends Error {
  override name = "AtOdds";
  /** The thing as others have made it. */
  readonly now: VersionedThing;

  constructor(now: VersionedThing) {
    super("It was changed meanwhile.");
    this.now = now;
  }
}

/**
 * Fields that were changed since the person saw the thing, and to something else than they want. Of what is to be
 * deleted or done as a whole, `mine` is what they saw of it: then each change counts.
 */
export function fieldsAtOdds<Thing extends object>(
  seen: Thing,
  current: Thing,
  mine: Partial<Thing>,
): (keyof Thing & string)[] {
  const fields: (keyof Thing & string)[] = [];
  for (const field in mine) {
    const [was, is, wanted] = [plain(seen[field]), plain(current[field]), plain(mine[field])];
    if (is !== was && is !== wanted) fields.push(field);
  }
  return fields;
}

/** A thing that another names compares by which it is: a rename of its list is no change of a task. */
const plain = (value: unknown) =>
  typeof value === "object" && value !== null && "id" in value ? value.id : JSON.stringify(value ?? null);
