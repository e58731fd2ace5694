/** What was looked at, what was found, and whether that is as it should be. */
export interface Report {
  /** A figure with its limit. */
  atMost(what: string, found: number, limit: number, unit: string): void;
  holds(what: string, is: boolean, found?: string): void;
  /** Prints a summary. Answers the exit code. */
  finish(): number;
}

export function createReport(say: (line: string) => void): Report {
  let passed = 0;
  let failed = 0;
  const note = (what: string, is: boolean, found: string) => {
    if (is) passed += 1;
    else failed += 1;
    say(`${is ? "✓" : "✗"} ${what}${found && `: ${found}`}`);
  };
  return {
    atMost(what, found, limit, unit) {
      note(what, found <= limit, `${Math.round(found * 100) / 100} ${unit} (at most ${limit})`);
    },
    holds: (what, is, found = "") => note(what, is, found),
    finish() {
      say(`${passed} checks passed, ${failed} failed.`);
      return failed === 0 ? 0 : 1;
    },
  };
}
