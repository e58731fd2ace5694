/** Saved filters in the database, and nothing else. Names are compared without case. */
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import { entities, type FilterRow } from "../operations/entities.ts";

const columns = literal(["id", ...entities.filter.columns].map((column) => `f.${column}`).join(", "));

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** A name wins over an id. */
export async function findFilter(
  db: Reader,
  spaceId: string,
  nameOrId: string,
): Promise<FilterRow | undefined> {
  const id = isId(nameOrId) ? nameOrId.toLowerCase() : null;
  return first<FilterRow>(
    db,
    sql`select ${columns} from filters f
        where f.space_id = ${spaceId} and f.deleted_at is null
          and (lower(f.name) = lower(${nameOrId}) or f.id = ${id}::uuid)
        order by lower(f.name) = lower(${nameOrId}) desc limit 1`,
  );
}

export async function findFilters(db: Reader, spaceId: string): Promise<FilterRow[]> {
  return db.rows<FilterRow>(
    sql`select ${columns} from filters f
        where f.space_id = ${spaceId} and f.deleted_at is null order by f.position, f.id`,
  );
}

export interface NamedRow {
  kind: "label" | "list";
  /** As it was asked for. */
  name: string;
  id: string;
}

/** The living labels and lists of these names; a name that leads nowhere is left out. */
export async function findNamed(
  db: Reader,
  spaceId: string,
  { labels, lists }: { labels: string[]; lists: string[] },
): Promise<NamedRow[]> {
  return db.rows<NamedRow>(
    sql`select 'label' as kind, wanted.name, l.id from unnest(${labels}::text[]) wanted (name)
          join labels l on l.space_id = ${spaceId} and l.deleted_at is null and lower(l.name) = lower(wanted.name)
        union all
        select 'list', wanted.name, l.id from unnest(${lists}::text[]) wanted (name)
          join lists l on l.space_id = ${spaceId} and l.deleted_at is null and lower(l.name) = lower(wanted.name)`,
  );
}
