/**
 * A change for the version of a thing that the person saw. Where others changed something else meanwhile, both changes
 * stand; where they changed the same, nothing is sent over their version: the person chooses.
 */
import { AppError } from "@todo/contract/errors";
import type { Viewpoint } from "../tasks/due.ts";
import { inTurn, versionKnown } from "./in-turn.ts";

/** What the person wants of a thing that has a version. */
export interface Wish<Seen> {
  /** What it is called, if it is. */
  title?: string;
  /** As the person saw it. */
  seen: Seen;
  /** The fields as they want them; of what is to be deleted, as they saw them. */
  mine: Partial<Seen>;
  deletes?: true;
  /** Wished once more, for the thing as the choice has shown it. */
  again: (current: Seen) => unknown;
  /** A field of it for people, where it isn't a text. */
  inWords?: (
    field: keyof Seen & string,
    thing: Seen,
    viewpoint: Viewpoint,
  ) => { name: string; words: string };
}

interface Versioned {
  id: string;
  version: number;
}

/** Nothing will be wished of it again, so its answer has no version. */
interface Removed {
  id: string;
  removed: true;
}

const isThere = (answer: Versioned | Removed): answer is Versioned => "version" in answer;

type Sendable<Seen, Answer> = Wish<Seen> & { send: (version: number) => Promise<Answer> };

/** Throws what `send` throws, and AtOdds once the choice is before the person. */
export const forSeen = <Seen extends Versioned, Answer extends Versioned | Removed>(
  wish: Sendable<Seen, Answer>,
): Promise<Answer> =>
  inTurn(
    [wish.seen],
    () => sendFor(wish, versionKnown(wish.seen)),
    (answer) => (isThere(answer) ? [answer] : []),
  );

async function sendFor<Seen extends Versioned, Answer>(
  wish: Sendable<Seen, Answer>,
  version: number,
): Promise<Answer> {
  try {
    return await wish.send(version);
  } catch (error) {
    const conflict = error instanceof AppError ? error.conflict : undefined;
    if (!conflict) throw error;
    const { weigh } = await import("./weigh.ts").catch(() => Promise.reject(error));
    weigh(wish, conflict);
    return sendFor(wish, conflict.current.version);
  }
}
