/** Who made the newer version, as far as its history tells. Pure. */
import type { ChangeSince } from "@todo/contract/conflict";

/** Columns of the journal that hold a field, or a part of it, under another name. */
const fieldOf: Partial<Record<string, string>> = {
  label_ids: "labels",
  list_id: "list",
  quiet_from: "quiet_hours",
  quiet_until: "quiet_hours",
};

/** Of one of these fields. */
export const latestChangeOf = (
  fields: readonly string[],
  changes: readonly ChangeSince[],
): ChangeSince | undefined =>
  changes.findLast(({ after }) =>
    Object.keys(after ?? {}).some((column) => fields.includes(fieldOf[column] ?? column)),
  );
