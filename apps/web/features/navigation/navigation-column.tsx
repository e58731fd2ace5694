"use client";
/** What stands in the column of navigation: all places, and at its foot the account. Its links work before it comes alive. */
import type { OpenTasks } from "../../lib/queries.ts";
import { AccountLinks } from "./account-links.tsx";
import { Sidebar } from "./sidebar.tsx";

export function NavigationColumn({ open }: { open: OpenTasks | undefined }) {
  return (
    <>
      <div className="scroller flex-1 px-2 pt-1 pb-4">
        <Sidebar painted={open} />
      </div>
      <div className="border-t border-hairline p-2">
        <AccountLinks />
      </div>
    </>
  );
}
