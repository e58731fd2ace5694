/** Things that are gone for good leave no text behind: the journal keeps that something was done, not what it said. */
import type { Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export const forgetInJournal = (db: Reader, spaceId: string, ids: string[]) =>
  db.rows(
    sql`update journal set name = '', before = null, after = null
        where space_id = ${spaceId} and entity_id = any(${ids}::uuid[])`,
  );
