/** The clock that notices fall due by: the database's, so that processes agree; in tests another. */
import { literal, type Sql, sql } from "../db/sql.ts";

export type Clock = (() => Date) | undefined;

/** The time by it, within a statement; the database's is when the transaction began. */
export const timeOf = (clock: Clock): Sql => (clock ? sql`${clock()}::timestamptz` : literal("now()"));
