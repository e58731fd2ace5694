/** One thing that `todo doctor` looks at. */
export interface Check {
  name: string;
  run: () => Promise<Finding>;
}

export interface Finding {
  /** What was found, when all is well. */
  detail?: string;
  /** What is wrong and what to do about it. */
  remedy?: string;
  /** Can't be known, because something else that is reported stands in the way. */
  skipped?: true;
}

export const skipped: Finding = { skipped: true };
