/**
 * A filter → SQL. Values are parameters, and every condition is true or false,
 * never null: `!` turns it round.
 */
import type { Filter } from "@todo/language/filter/filter";
import { join, literal, oneOff, type Sql, sql } from "../db/sql.ts";
import { DUE, hasLabel, hasWords, holds, lexemesOf, overdue, titleHolds } from "../tasks/conditions.ts";

/** What a filter is read with. */
export interface Known {
  space_id: string;
  now: Date;
  time_zone: string;
  /** By kind and name as the filter has them. Null is the Inbox. */
  ids: Map<string, string | null>;
}

export const keyOf = (kind: "label" | "list", name: string) => `${kind} ${name}`;

export interface FilterConditions {
  /** What an order's own index answers. */
  base: Sql[];
  filters: Sql[];
  /** The one condition that a GIN index answers, over all spaces. */
  found?: Sql;
}

/** Conditions that hold together, told apart by how rows are found. */
export function conditionsOf({ filter, ...known }: Known & { filter: Filter }): FilterConditions {
  const conditions: FilterConditions = { base: [], filters: [] };
  for (const part of filter.kind === "all" ? filter.of : [filter]) {
    const condition = oneOff(toSql(part, known));
    if (part.kind === "not" && part.of.kind === "is" && part.of.trait === "completed")
      conditions.base.push(condition);
    else if (!conditions.found && isIndexed(part)) conditions.found = condition;
    else conditions.filters.push(condition);
  }
  return conditions;
}

const isIndexed = (filter: Filter) =>
  filter.kind === "label" || (filter.kind === "words" && lexemesOf(filter.text) !== null);

function toSql(filter: Filter, known: Known): Sql {
  switch (filter.kind) {
    case "all":
    case "any": {
      const of = filter.of.map((one) => toSql(one, known));
      return sql`(${join(of, filter.kind === "all" ? " and " : " or ")})`;
    }
    case "not":
      return isCompleted(filter.of) ? sql`t.completed_at is null` : sql`not (${toSql(filter.of, known)})`;
    case "label":
      return hasLabel(known.ids.get(keyOf("label", filter.name))!);
    case "list": {
      const id = known.ids.get(keyOf("list", filter.name));
      return id ? sql`(t.list_id is not null and t.list_id = ${id})` : sql`t.list_id is null`;
    }
    case "priority":
      return sql`t.priority = ${filter.priority}::priority`;
    case "date":
      return dated(filter, known);
    case "is":
      return traits[filter.trait](known);
    case "words": {
      const lexemes = lexemesOf(filter.text);
      return lexemes ? hasWords(lexemes) : titleHolds(filter.text);
    }
    case "phrase":
      return holds(filter.text);
    case "title":
      return titleHolds(filter.text);
  }
}

const isCompleted = (filter: Filter) => filter.kind === "is" && filter.trait === "completed";

type Dated = Extract<Filter, { kind: "date" }>;

function dated({ field, side, first, last }: Dated, { time_zone }: Known): Sql {
  const bounds = {
    on: (day: Sql) => sql`${day} between ${first}::date and ${last}::date`,
    before: (day: Sql) => sql`${day} < ${first}::date`,
    by: (day: Sql) => sql`${day} <= ${last}::date`,
    since: (day: Sql) => sql`${day} >= ${first}::date`,
    after: (day: Sql) => sql`${day} > ${last}::date`,
  };
  if (field === "due") return sql`(${bounds[side](literal(DUE))} and t.due_on is not null)`;
  const column = literal(field === "created" ? "t.created_at" : "t.completed_at");
  return sql`(${column} is not null and ${bounds[side](sql`(${column} at time zone ${time_zone})::date`)})`;
}

const traits: Record<Extract<Filter, { kind: "is" }>["trait"], (known: Known) => Sql> = {
  completed: () => sql`t.completed_at is not null`,
  overdue: ({ now, time_zone }) =>
    sql`(t.completed_at is null and t.due_on is not null and ${overdue(now, time_zone).late})`,
  recurring: () => sql`t.recurrence is not null`,
  subtask: () => sql`t.parent_id is not null`,
  parent: ({ space_id }) => sql`exists (select from tasks c
    where c.space_id = ${space_id} and c.parent_id = t.id and c.deleted_at is null)`,
  date: () => sql`t.due_on is not null`,
  time: () => sql`t.due_time is not null`,
  reminders: () => sql`t.reminders <> '[]'`,
  labels: () => sql`t.label_ids <> '{}'`,
  description: () => sql`t.description <> ''`,
};
