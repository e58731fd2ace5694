/**
 * Holds what was acknowledged against what is stored. Each violation is a
 * sentence that begins with what it is about; `historyOf` tells the rest.
 */
import { isDeepStrictEqual } from "node:util";
import type { Found, JournalRow } from "./found.ts";
import type { Ledger, TaskState, Turn } from "./ledger.ts";
import { turnViolations } from "./turn-checker.ts";

export interface Violation {
  /** Id of the task, group or run that it is about; empty for a person as a whole. */
  about: string;
  what: string;
}

/** Nothing may be under way for this person any more. */
export function findViolations(ledger: Ledger, found: Found): Violation[] {
  return [
    ...ledger.complaints.map((what) => ({ about: "", what })),
    ...taskViolations(ledger, found),
    ...journalViolations(ledger, found),
    ...listenerViolations(ledger, found),
    ...turnViolations(ledger, found),
  ];
}

/** What the journal has of a thing, a line for each entry, for whoever looks into a violation. */
export function historyOf(about: string, { journal }: Found): string[] {
  return journal
    .filter(({ entity_id, group_id, run_id }) => [entity_id, group_id, run_id].includes(about))
    .map(({ seq, operation, group_id, undoes, entity_id, before, after }) =>
      JSON.stringify({ seq, operation, group_id, undoes, entity_id, before, after }),
    );
}

function taskViolations(ledger: Ledger, { tasks }: Found): Violation[] {
  const stored = new Map(tasks.map((task) => [task.id, task]));
  const expected = [...ledger.tasks.values()].map((task) => withTurns(task, ledger.turns));
  const addedByTurns = new Set(ledger.turns.flatMap(({ adds }) => adds));
  return [
    ...expected.flatMap(({ state, changed }) => {
      const is = stored.get(state.id);
      if (!is) return [{ about: state.id, what: `“${state.title}” was acknowledged and is missing` }];
      const differ = Object.keys(state).filter(
        (field) =>
          !isDeepStrictEqual(is[field as keyof TaskState], state[field as keyof TaskState]) &&
          !changed.has(field as keyof TaskState),
      );
      const undone = [...changed].filter((field) => field !== "status" && is[field] === null);
      return [
        ...differ.map((field) => ({
          about: state.id,
          what: `“${state.title}” has ${field} ${JSON.stringify(is[field as keyof TaskState])}, acknowledged was ${JSON.stringify(state[field as keyof TaskState])}`,
        })),
        ...undone.map((field) => ({
          about: state.id,
          what: `“${state.title}” has no ${field}, though a turn set it`,
        })),
      ];
    }),
    ...tasks
      .filter(({ id, title }) => !ledger.tasks.has(id) && !addedByTurns.has(title))
      .map(({ id, title }) => ({ about: id, what: `“${title}” is stored and was never acknowledged` })),
  ];
}

/** A task as the turns must have left it. Whether it was yes or no is not known when it was asked twice. */
function withTurns(state: TaskState, turns: Turn[]): { state: TaskState; changed: Set<keyof TaskState> } {
  const changed = new Set<keyof TaskState>();
  for (const { changes, refused, runs } of turns) {
    for (const { task, field } of changes) {
      if (task !== state.id || (refused.includes(task) && runs.length === 1)) continue;
      changed.add(field);
      if (field === "completed_at") changed.add("status");
    }
  }
  return { state, changed };
}

function journalViolations(ledger: Ledger, { journal, last_seq }: Found): Violation[] {
  const groups = new Map<string, JournalRow[]>();
  for (const row of journal) groups.set(row.group_id, [...(groups.get(row.group_id) ?? []), row]);
  const acknowledged = new Map(ledger.groups.map((group) => [group.id, group]));
  const gaps = journal.filter(({ seq }, index) => seq !== index + 1);
  const last = journal.at(-1)?.seq ?? 0;
  return [
    ...gaps
      .slice(0, 1)
      .map(({ seq }) => ({ about: "", what: `the journal has a hole before number ${seq}` })),
    ...(last === last_seq
      ? []
      : [{ about: "", what: `the journal ends with ${last}, the space counts ${last_seq}` }]),
    ...ledger.groups.flatMap((group) => {
      const rows = groups.get(group.id);
      const say = (what: string) => [{ about: group.id, what: `${group.operation} ${what}` }];
      if (!rows) return say("was acknowledged and is not in the journal");
      const changed = rows.map(({ entity_id }) => entity_id);
      if (!isDeepStrictEqual(changed.toSorted(), group.tasks.toSorted()))
        return say(`changed ${changed}, acknowledged was ${group.tasks}`);
      if (rows[0]!.undoes !== group.undoes)
        return say(`took back ${rows[0]!.undoes}, wanted was ${group.undoes}`);
      return [];
    }),
    ...[...groups.values()]
      .map((rows) => rows[0]!)
      .filter(({ group_id, run_id }) => run_id === null && !acknowledged.has(group_id))
      .map(({ group_id, operation, entity_id }) => ({
        about: group_id,
        what: `${operation} of ${entity_id} is in the journal and was never acknowledged: it was done twice`,
      })),
  ];
}

function listenerViolations({ listeners }: Ledger, { journal }: Found): Violation[] {
  return listeners.flatMap((heard, place) => {
    const wrong = heard.findIndex(({ seq, id, entity }, index) => {
      const row = journal[index];
      return row?.seq !== seq || row.entity_id !== id || row.entity !== entity;
    });
    const say = (what: string) => [{ about: "", what: `listener ${place + 1} ${what}` }];
    if (wrong >= 0) return say(`heard ${JSON.stringify(heard[wrong])} after ${heard[wrong - 1]?.seq ?? 0}`);
    if (heard.length < journal.length) return say(`heard ${heard.length} of ${journal.length} changes`);
    return [];
  });
}
