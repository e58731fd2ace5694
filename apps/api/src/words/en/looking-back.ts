/** What was changed, and whether something was done. */
import { type Moment, onPersonsClock, sayDue } from "../dates.ts";
import { namesOfChanges } from "../telling.ts";
import type { SaidChange, SaidDays, SaidTask } from "../words.ts";
import { enumerate, plural, sentence } from "./names.ts";
import { sayDays } from "./periods.ts";

const SHOWN = 10;

export function history(changes: SaidChange[], days: SaidDays | undefined, moment: Moment): string {
  const when = sayDays(days, moment);
  if (changes.length === 0) return sentence(["Nothing was changed", when].filter(Boolean).join(" "));
  const rows = changes.slice(0, SHOWN).map((change, index) => `${index + 1}. ${row(change, moment)}`);
  if (changes.length <= SHOWN || when)
    return withRest(`${plural(changes.length, "change")}${when && ` ${when}`}:`, rows, changes.length);
  return ["The latest changes:", ...rows].join("\n");
}

const withRest = (head: string, rows: string[], count: number) =>
  [head, ...rows, ...(count > SHOWN ? [`and ${count - SHOWN} more`] : [])].join("\n");

const row = ({ operation, at, changes }: SaidChange, moment: Moment) =>
  `${verbOf(operation)} ${changes.every(isProfile) ? "your profile" : enumerate(namesOfChanges({ operation, changes }))} (${said(at, moment)})`;

const isProfile = ({ entity }: { entity: string }) => entity === "profile";

const said = (instant: string, moment: Moment) => sayDue(onPersonsClock(instant, moment), moment);

/** By the first word of an operation's name. */
const verbs: Record<string, string> = {
  add: "Added",
  complete: "Completed",
  reopen: "Reopened",
  delete: "Deleted",
  restore: "Restored",
  reschedule: "Moved",
  reorder: "Moved",
  skip: "Skipped",
  snooze: "Snoozed",
  import: "Imported",
  rename: "Renamed",
  archive: "Archived",
  unarchive: "Brought back",
  undo: "Took back a change of",
  redo: "Did again a change of",
};

const verbOf = (operation: string) => verbs[operation.split("_")[0] ?? ""] ?? "Changed";

export function wasDone({ open, done }: { open?: SaidTask; done?: SaidTask }, moment: Moment): string {
  const due = open ? sayDue(open, moment) : "";
  if (!done) return open ? sentence(`Not yet. ${open.title} is still open${due && `, due ${due}`}`) : "";
  const when = done.completed_at ? ` ${said(done.completed_at, moment)}` : "";
  const completed = sentence(`You completed ${done.title}${when}`);
  return open ? `${completed} ${due ? `It is due again ${due}.` : "It is open again."}` : completed;
}
