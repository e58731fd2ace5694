/** Sends a rule for the dates that the person saw. What else was changed meanwhile stands beside it. */
import type { InputOf, OutputOf } from "@todo/contract/contract";
import { AppError } from "@todo/contract/errors";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { addConflict, type Versions } from "../conflicts/conflict-store.ts";
import { versionKnown } from "../conflicts/in-turn.ts";
import { latestChangeOf } from "../conflicts/latest-change.ts";
import { dueInWords, type Viewpoint } from "../tasks/due.ts";

export type Rule = NonNullable<InputOf<"update_task">["recurrence"]>;

interface WantedRule {
  seen: Task;
  rule: Rule;
  /** A rule as people say it; nothing: it doesn't come back. */
  inWords: (rule: Rule | Task["recurrence"]) => string;
  /** Wanted once more, for the task as the choice has shown it. */
  again: (current: Task) => void;
}

/** Throws AtOdds once the choice is before the person, and what the API throws. */
export async function saveRule({ seen, rule, inWords, again }: WantedRule): Promise<OutputOf<"update_task">> {
  for (let version = versionKnown(seen); ; ) {
    try {
      return await api.update_task({ task_id: seen.id, recurrence: rule, version });
    } catch (error) {
      const conflict = error instanceof AppError ? error.conflict : undefined;
      if (conflict?.kind !== "task") throw error;
      const { current, changes } = conflict;
      if (!hasSameDates(seen, current)) {
        addConflict({
          title: current.title,
          change: latestChangeOf(["recurrence", "due_on", "due_time"], changes),
          fields: (viewpoint) => [
            {
              name: viewpoint.t("repeat.field"),
              mine: inWords(rule),
              theirs: inWords(current.recurrence),
            },
            ...dueBetween(seen, current, viewpoint),
          ],
          keepMine: () => again(current),
        });
        throw new AtOdds(conflict);
      }
      version = current.version;
    }
  }
}

/** The rule counts from the day. */
function dueBetween(seen: Task, current: Task, viewpoint: Viewpoint): Versions[] {
  const { t } = viewpoint;
  const [mine, theirs] = [seen, current].map((task) => dueInWords(task, viewpoint) ?? t("due.none"));
  return mine === undefined || theirs === undefined || mine === theirs
    ? []
    : [{ name: t("field.due"), mine, theirs }];
}

const hasSameDates = (one: Task, other: Task) =>
  one.due_on === other.due_on &&
  one.due_time === other.due_time &&
  one.recurrence?.rrule === other.recurrence?.rrule;
