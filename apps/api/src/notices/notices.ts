/** Reminders and digests, put together: the schedule that follows the road, whoever sends what falls due, and the open windows. */

import type { Follower } from "../operations/unit.ts";
import { createFollower } from "./follower.ts";
import { createPages, type Pages } from "./pages.ts";
import { createSender, type SenderOptions } from "./sender.ts";

export interface Notices {
  follower: Follower;
  pages: Pages;
  /** Sends all that is due here and now. Gives how many notices it took. */
  look(): Promise<number>;
  /** Takes nothing more; what is being sent is. */
  leave(): void;
  close(): Promise<void>;
}

export function createNotices(options: SenderOptions): Notices {
  const sender = createSender(options);
  const pages = createPages(options.database, options.announcer);
  return {
    follower: createFollower(sender.scheduled, options.clock),
    pages,
    look: sender.look,
    leave: sender.stopTaking,
    async close() {
      await sender.end();
      pages.close();
    },
  };
}
