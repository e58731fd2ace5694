/** A change of the journal in words: which field, from what, to what. */
import type { Change } from "@todo/contract/journal";
import type { Label, List } from "@todo/contract/lists";
import type { Priority } from "@todo/contract/tasks";
import { enumerate } from "../../messages/enumerate.ts";
import { dueInWords, type Viewpoint } from "../tasks/due.ts";

export interface ChangeInWords {
  field: string;
  before: string;
  after: string;
}

export interface Names extends Viewpoint {
  lists: Pick<List, "id" | "name">[];
  labels: Pick<Label, "id" | "name">[];
}

type Row = Record<string, unknown>;

/** Only what a person would call a change; made and unmade things have none. */
export function changeInWords({ before, after }: Change, names: Names): ChangeInWords[] {
  const { t } = names;
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : t("nothing"));
  if (!before || !after) return [];
  const found: ChangeInWords[] = [];
  const compare = (field: string, columns: string[], say: (row: Row) => string) => {
    if (!columns.some((column) => column in after)) return;
    const [was, becomes] = [say(before), say(after)];
    if (was !== becomes) found.push({ field, before: was, after: becomes });
  };

  compare(t("field.title"), ["title"], (row) => text(row.title));
  compare(t("field.name"), ["name"], (row) => text(row.name));
  compare(t("field.due"), ["due_on", "due_time"], (row) => due({ ...before, ...row }, names));
  compare(t("field.priority"), ["priority"], ({ priority }) => t(`priority.${priority as Priority}`));
  compare(t("field.list"), ["list_id"], ({ list_id }) =>
    list_id ? (names.lists.find(({ id }) => id === list_id)?.name ?? t("view.list")) : t("view.inbox"),
  );
  compare(t("field.labels"), ["label_ids"], ({ label_ids }) => labels(label_ids, names));
  compare(t("field.description"), ["description"], ({ description }) => text(description));
  return found;
}

function due(row: Row, names: Names): string {
  const [due_on, due_time, time_zone] = [row.due_on, row.due_time, row.time_zone].map((value) =>
    typeof value === "string" ? value : null,
  );
  // The journal keeps differences: where only the time changed, the day is not in it.
  if (!due_on && due_time) return due_time.slice(0, 5);
  return (
    dueInWords(
      { due_on: due_on ?? null, due_time: due_time?.slice(0, 5) ?? null, time_zone: time_zone ?? null },
      names,
    ) ?? names.t("due.none")
  );
}

function labels(ids: unknown, names: Names): string {
  if (!Array.isArray(ids) || ids.length === 0) return names.t("nothing");
  const said = ids.map((id) => names.labels.find((label) => label.id === id)?.name ?? "…");
  return enumerate(said, names.locale);
}
