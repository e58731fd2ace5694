/** Reads a filter for one person: its grammar, their clock, their labels and lists. */
import { AppError } from "@todo/contract";
import type { Filter } from "@todo/language/filter/filter";
import { type NamedThing, namesIn } from "@todo/language/filter/names";
import { type ParsedFilter, parseFilter } from "@todo/language/filter/parse";
import { type FilterProblem, filterProblem } from "@todo/language/filter/problem";
import { findProfile } from "../access/queries.ts";
import type { Reader } from "../db/database.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { type Known, keyOf } from "./conditions.ts";
import { findNamed } from "./queries.ts";

interface Read extends Known {
  filter: Filter;
}

type Asking = Pick<HandlerContext, "db" | "actor" | "now" | "time_zone">;

/** Throws `validation_failed` for the input's field when it isn't one, or names what isn't there. */
export async function readFilter(text: string, field: string, context: Asking): Promise<Read> {
  const { db, actor } = context;
  const clock = await clockOf(context);
  const parsed = parseFilter(text, clock);
  if ("problem" in parsed) throw refusal(parsed.problem, field);
  const ids = await idsOf(db, actor.space_id, [parsed]);
  const problem = missingIn(parsed.filter, ids);
  if (problem) throw refusal(problem, field);
  return { filter: parsed.filter, space_id: actor.space_id, ids, ...clock };
}

/** For each filter why it can't be used, in a sentence; null when it can. */
export async function problemsOf(texts: string[], context: Asking): Promise<(string | null)[]> {
  if (texts.length === 0) return [];
  const clock = await clockOf(context);
  const parsed = texts.map((text) => parseFilter(text, clock));
  const ids = await idsOf(context.db, context.actor.space_id, parsed);
  return parsed.map((one) => {
    const problem = "problem" in one ? one.problem : missingIn(one.filter, ids);
    return problem?.message ?? null;
  });
}

/** “Today” as the person means it. */
export async function clockOf({ db, actor, now, time_zone }: Asking) {
  return { now: now(), time_zone: time_zone ?? (await findProfile(db, actor.space_id)).time_zone };
}

async function idsOf(db: Reader, spaceId: string, parsed: ParsedFilter[]): Promise<Known["ids"]> {
  const names = parsed.flatMap((one) => ("filter" in one ? namesIn(one.filter) : []));
  if (names.length === 0) return new Map();
  const of = (kind: NamedThing["kind"]) => [
    ...new Set(names.filter((one) => one.kind === kind).map(({ name }) => name)),
  ];
  const rows = await findNamed(db, spaceId, { labels: of("label"), lists: of("list") });
  const found = rows.map(({ kind, name, id }) => [keyOf(kind, name), id] as const);
  const inbox = of("list").filter((name) => name.toLowerCase() === "inbox");
  return new Map([...inbox.map((name) => [keyOf("list", name), null] as const), ...found]);
}

function missingIn(filter: Filter, ids: Known["ids"]): FilterProblem | undefined {
  const missing = namesIn(filter).find(({ kind, name }) => !ids.has(keyOf(kind, name)));
  if (!missing) return undefined;
  const { kind, name, span = { start: 0, end: 0 } } = missing;
  return filterProblem(`no_${kind}`, { name }, span);
}

const refusal = ({ code, params, message, span }: FilterProblem, field: string) =>
  new AppError("validation_failed", `This filter can't be read. ${message}`, {
    errors: [{ path: field, message }],
    reason: "filter_unreadable",
    params: { problem: code, ...params, ...span },
  });
