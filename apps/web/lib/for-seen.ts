/** A change to a thing as a whole, or its end, for the version that the person saw. */
import type { VersionConflict } from "@todo/contract/conflict";
import { AppError } from "@todo/contract/errors";

/** Where others changed anything but the fields that this is about, both changes stand. Throws what `send` throws. */
export async function forSeen<Seen extends { version: number }, Answer>(
  seen: Seen,
  fields: (string & keyof Seen)[],
  send: (version: number) => Promise<Answer>,
): Promise<Answer> {
  for (let { version } = seen; ; ) {
    try {
      return await send(version);
    } catch (error) {
      const current = error instanceof AppError && error.conflict?.current;
      if (!current || fields.some((field) => plain(current, field) !== plain(seen, field))) throw error;
      version = current.version;
    }
  }
}

const plain = (thing: object, field: string) =>
  JSON.stringify(Object.entries(thing).find(([name]) => name === field));

/** What the thing is called by now. */
export const nameNow = ({ current }: VersionConflict): string =>
  "title" in current ? current.title : current.name;
