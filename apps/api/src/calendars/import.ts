/**
 * The to-dos and events of a file become tasks, all in one group of the journal.
 * A task's id follows from the UID that the file gives it, so that the same file
 * read twice makes each task once.
 */
import { setImmediate } from "node:timers/promises";
import { AppError, contract, type Failure, limits, type Reason } from "@todo/contract";
import { v5 } from "uuid";
import { createFinder, type Finder } from "../lists/find-or-make.ts";
import type { Change, NewTaskRow, TaskRow } from "../operations/entities.ts";
import type { HandlerContext, ParsedInput } from "../operations/implement.ts";
import { parse } from "../operations/run.ts";
import { dueOf, occurrenceAfter } from "../recurrence/occurrences.ts";
import { hasTimes, readRule } from "../recurrence/rule.ts";
import { zoneOf } from "../tasks/due.ts";
import { localDate } from "../tasks/local-time.ts";
import { newTask } from "../tasks/new-task.ts";
import { findTasks } from "../tasks/queries.ts";
import { toTasks } from "../tasks/to-task.ts";
import { componentsIn, type FileComponent } from "./file-components.ts";
import { type FileTask, readTask, sentenceOf } from "./file-task.ts";
import { type FileTime, type FileZones, inZoneOf } from "./file-times.ts";
import { zonesOfFile } from "./zones-of-file.ts";

interface Found extends FileTask {
  component: FileComponent;
}

type ImportFailure = Failure & { line: number };

const NAMESPACE = "8d0c6a51-9a3c-4b52-8d3e-0f6f6f1f7a2b";
const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_EXCEPT = 100;
const MOST_REFUSED_RULES = 10;

export async function importCalendar({ ics, list }: ParsedInput<"import_calendar">, context: HandlerContext) {
  const components = componentsIn(ics);
  const wanted = components.filter(({ name }) => name === "VTODO" || name === "VEVENT");
  if (wanted.length > limits.importedAtOnce) throw tooMany(wanted.length);
  const own = await zoneOf(context);
  const now = context.now();
  const zones: FileZones = { named: zonesOfFile(components, own, now), own };
  const failures = components.filter(({ name }) => kindsWithoutTask.has(name)).map(notATask);

  const found: Found[] = [];
  for (const component of wanted) {
    await setImmediate();
    try {
      found.push({ ...readTask(component, zones, now), component });
    } catch (error) {
      failures.push(failureOf(component, "validation_failed", `It can't be read: ${sentenceOf(error)}`));
    }
  }
  const known = await findKnown(found, context);
  const fresh = withoutKnown(found, known, failures);
  const finder = createFinder(context);
  const rows = await rowsOf(fresh, list, finder, failures, context);
  setParents(fresh, rows, known);
  if (rows.size === 0) return { tasks: [], failures };

  const made = [...rows.values()];
  const changes: Change[] = made.map((after) => ({ entity: "task", before: null, after }));
  const recorded = await context.record([...finder.made, ...changes]);
  const added = made.map((row, index): TaskRow => ({ ...row, ...recorded.tasks[index]! }));
  return { tasks: await toTasks(added, context), failures };
}

/** The tasks that are here already, by the UID under which a file knows them. */
async function findKnown(found: Found[], { db, actor }: HandlerContext): Promise<Map<string, TaskRow>> {
  const uids = new Set(
    found.flatMap(({ uid, parentUid }) => [uid, parentUid]).filter((uid) => uid !== undefined),
  );
  // A task of ours, from a feed, has its id for a UID.
  const idsOf = (uid: string) => [importedId(actor.space_id, uid), ...(IS_ID.test(uid) ? [uid] : [])];
  const rows = await findTasks(db, actor.space_id, [...uids].flatMap(idsOf));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...uids].flatMap((uid) => {
      const row = idsOf(uid).flatMap((id) => byId.get(id.toLowerCase()) ?? [])[0];
      return row ? [[uid, row]] : [];
    }),
  );
}

/** Leaves out what is here already, from this file or one before, and changed occurrences of a series. */
function withoutKnown(found: Found[], known: Map<string, TaskRow>, failures: ImportFailure[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ uid, occurrence, component }) => {
    const there = uid === undefined ? undefined : known.get(uid);
    const refusal =
      occurrence !== undefined
        ? failureOf(
            component,
            "conflict",
            `It moves one occurrence of a series, ${occurrence}; the series was kept as its rule says.`,
            "moved_occurrence",
          )
        : there
          ? {
              ...failureOf(component, "already_exists", alreadyHere(there), "imported_before"),
              task_id: there.id,
            }
          : uid !== undefined && seen.has(uid)
            ? failureOf(component, "already_exists", "The file has it twice.", "imported_twice")
            : undefined;
    if (refusal) failures.push(refusal);
    else if (uid !== undefined) seen.add(uid);
    return !refusal;
  });
}

/** In the order of the file, by what `keyOf` says. */
async function rowsOf(
  found: Found[],
  list: string | undefined,
  finder: Finder,
  failures: ImportFailure[],
  context: HandlerContext,
): Promise<Map<string, NewTaskRow>> {
  const rows = new Map<string, NewTaskRow>();
  const rules = { refused: 0 };
  for (const one of found) {
    await setImmediate();
    const { component, uid, completed_at = null } = one;
    const input = { ...one.input, ...(list !== undefined && { list }) };
    try {
      const made = upToDate(await rowOf({ ...one, input }, rules, finder, context), one, context.now());
      const id = uid === undefined ? made.id : importedId(context.actor.space_id, uid);
      rows.set(keyOf(one), { ...made, id, completed_at });
      for (const sentence of one.lost)
        failures.push({ ...failureOf(component, "validation_failed", sentence), task_id: id });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ line: component.line, ...error.toFailure() });
    }
  }
  return rows;
}

/** Without its rule where that falls on no day. To see that takes its time, so it isn't tried for ever. */
async function rowOf(
  { input: { recurrence, ...input }, lost }: FileTask,
  rules: { refused: number },
  finder: Finder,
  context: HandlerContext,
): Promise<NewTaskRow> {
  if (recurrence && rules.refused < MOST_REFUSED_RULES) {
    try {
      return await newTask(parse(contract.add_task.input, { ...input, recurrence }), finder, context);
    } catch (error) {
      if (!(error instanceof AppError) || !error.errors.some(({ path }) => path.startsWith("recurrence")))
        throw error;
      rules.refused += 1;
      lost.push(`It doesn't come back: ${error.message}`);
    }
  } else if (recurrence) lost.push("It doesn't come back: too many rules of this file can't be kept.");
  return newTask(parse(contract.add_task.input, input), finder, context);
}

/** A series goes on with its next occurrence: those of an event that are over aren't to be done. */
function upToDate(row: NewTaskRow, { isEvent, except, lost }: FileTask, now: Date): NewTaskRow {
  const { recurrence, occurrence } = row;
  if (!recurrence || !occurrence) return row;
  const times = hasTimes(readRule(recurrence.rrule, "rrule"));
  const out = except.map((time) => keyAt(time, recurrence.time_zone, times));
  const today = localDate(now, recurrence.time_zone);
  const isOver = isEvent && occurrence.slice(0, 10) < today;
  const next =
    isOver || out.includes(occurrence)
      ? occurrenceAfter({ ...recurrence, except: out }, occurrence, {
          notBefore: isOver ? today : occurrence,
        })
      : occurrence;
  if (next === undefined) {
    lost.push("Its last day is over, so it doesn't come back.");
    return { ...row, recurrence: null, series_id: null, occurrence: null };
  }
  const later = [...new Set(out)].filter((key) => key > next).sort();
  if (later.length > MOST_EXCEPT)
    lost.push(
      `Of the days that it leaves out the next ${MOST_EXCEPT} were kept, and ${later.length - MOST_EXCEPT} were not.`,
    );
  return {
    ...row,
    ...dueOf(next, row.due_time),
    occurrence: next,
    recurrence: { ...recurrence, except: later.slice(0, MOST_EXCEPT) },
  };
}

function keyAt(time: FileTime, zone: string, times: boolean): string {
  const there = inZoneOf(time, zone);
  return times && there.time !== undefined ? `${there.date}T${there.time}` : there.date;
}

/** Sub-tasks of the file's own tasks, and of those that are here from before. */
function setParents(found: Found[], rows: Map<string, NewTaskRow>, known: Map<string, TaskRow>): void {
  for (const one of found) {
    const row = rows.get(keyOf(one));
    if (!row || one.parentUid === undefined) continue;
    const there = known.get(one.parentUid);
    const parent = rows.get(one.parentUid) ?? (there?.deleted_at ? undefined : there);
    if (parent && !isBelow(parent, row, rows)) row.parent_id = parent.id;
  }
}

/** A task can't be below itself, whatever a file says. */
function isBelow(
  one: { id: string; parent_id: string | null },
  other: NewTaskRow,
  rows: Map<string, NewTaskRow>,
) {
  const byId = new Map([...rows.values()].map((row) => [row.id, row]));
  for (
    let above: typeof one | undefined = one;
    above;
    above = above.parent_id ? byId.get(above.parent_id) : undefined
  )
    if (above.id === other.id) return true;
  return false;
}

const keyOf = ({ uid, component }: Found) => uid ?? `line ${component.line}`;

const importedId = (spaceId: string, uid: string) => v5(`${spaceId}/${uid}`, NAMESPACE);

const alreadyHere = ({ number, title, deleted_at }: TaskRow) =>
  `It was imported before: task ${number}, “${title}”${deleted_at ? ", which is in the trash" : ""}.`;

const kindsWithoutTask = new Set(["VJOURNAL", "VFREEBUSY"]);

const notATask = (component: FileComponent) =>
  failureOf(component, "validation_failed", `A ${component.name} is neither a to-do nor an event.`);

const failureOf = (
  { line }: FileComponent,
  code: string,
  message: string,
  reason?: Reason,
): ImportFailure => ({
  line,
  code,
  message,
  ...(reason && { reason }),
});

const tooMany = (count: number) =>
  new AppError(
    "too_large",
    `The file has ${count} to-dos and events; ${limits.importedAtOnce} fit in one import. Split it, and import each part.`,
    { reason: "too_many_entries", params: { count, most: limits.importedAtOnce } },
  );
