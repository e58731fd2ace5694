/** Conditions on tasks (`t`) that lists and filters share. Each is true or false, never null, so that it can be negated. */
import { literal, type Sql, sql } from "../db/sql.ts";

/** A missing due date sorts last: after every date there is. */
export const DUE = "coalesce(t.due_on, 'infinity')";

/** What is still to do comes behind everything that was done. */
export const COMPLETED = "coalesce(t.completed_at, 'infinity')";

/** A date alone is over when its day is, where the person is; a time when it has passed in its own zone. */
export function overdue(now: Date, timeZone: string) {
  const today = sql`(${now}::timestamptz at time zone ${timeZone})::date`;
  return {
    /** Zones are up to 26 hours apart, so that the date in one may be two ahead of another's. */
    until: sql`${literal(DUE)} <= ${today} + 2`,
    /** Of tasks with a date. */
    late: sql`case when t.due_time is null then t.due_on < ${today}
      else (t.due_on + t.due_time::time) at time zone t.time_zone < ${now}::timestamptz end`,
  };
}

/** Words as the search column holds them; nothing when there is only punctuation. */
export const lexemesOf = (words: string): string[] | null =>
  words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);

/** Every word, each perhaps unfinished. */
export const hasWords = (lexemes: string[]): Sql =>
  sql`t.search @@ (select to_tsquery('simple', ${lexemes.map((lexeme) => `'${lexeme}':*`).join(" & ")}))`;

/** Literally, whatever the case. */
export const titleHolds = (text: string): Sql => sql`t.title ilike ${pattern(text)}`;
export const holds = (text: string): Sql =>
  sql`(t.title ilike ${pattern(text)} or t.description ilike ${pattern(text)})`;

export const hasLabel = (id: string): Sql =>
  sql`(t.label_ids @> array[${id}]::uuid[] and t.label_ids <> '{}')`;

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
