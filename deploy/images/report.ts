/** What was looked at, what was found, and whether that is as it should be. */
export interface Report {
  /** A figure with its limit. */
  atMost(what: string, found: number, limit: number, unit: string): void;
  /** A figure with what it should be on a quiet machine; no failure, since a busy one is slower. */
  aim(what: string, found: number, limit: number, unit: string): void;
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
      note(what, found <= limit, `${rounded(found)} ${unit} (at most ${limit})`);
    },
    aim(what, found, limit, unit) {
      say(`${found <= limit ? "✓" : "–"} ${what}: ${rounded(found)} ${unit} (aim: ${limit})`);
    },
    holds: (what, is, found = "") => note(what, is, found),
    finish() {
      say(`${passed} checks passed, ${failed} failed.`);
      return failed === 0 ? 0 : 1;
    },
  };
}

const rounded = (found: number) => Math.round(found * 100) / 100;
