/** A change to a thing that has a name, for the version that the person saw. */
import type { VersionConflict } from "@todo/contract/conflict";
import { AppError } from "@todo/contract/errors";

interface Seen {
  name: string;
  version: number;
}

/** Where others changed anything but the name, both changes stand. Throws what `send` throws. */
export async function forSeen<Answer>(
  seen: Seen,
  send: (version: number) => Promise<Answer>,
): Promise<Answer> {
  for (let { version } = seen; ; ) {
    try {
      return await send(version);
    } catch (error) {
      const conflict = error instanceof AppError ? error.conflict : undefined;
      if (!conflict || nameNow(conflict) !== seen.name) throw error;
      version = conflict.current.version;
    }
  }
}

/** What the thing is called by now. */
export const nameNow = ({ current }: VersionConflict): string =>
  "title" in current ? current.title : current.name;
