/** Which task it is, and when: a sentence about the date alone must not hide that more is changed. */
const ofMoves = new Set(["task_id", "version", "occurrences", "due_on", "due_time", "time_zone"]);

/** Whether a change of a task does no more than give it another date. */
export const isOnlyMoved = (input: Record<string, unknown>): boolean =>
  Object.entries(input).every(
    ([field, value]) => value === undefined || value === null || ofMoves.has(field),
  );
