/** What the answers of one person have used, by the database's clock in UTC. */
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface Used {
  answers: number;
  input_tokens: number;
  output_tokens: number;
}

export async function findUsage(
  db: Reader,
  { space_id, user_id }: { space_id: string; user_id: string },
  since: "day" | "month",
): Promise<Used> {
  return (await first<Used>(
    db,
    sql`select count(*)::int as answers, coalesce(sum(input_tokens), 0)::int8 as input_tokens,
          coalesce(sum(output_tokens), 0)::int8 as output_tokens
        from agent_runs where space_id = ${space_id} and user_id = ${user_id}
          and created_at >= date_trunc(${since}, now(), 'UTC')`,
  ))!;
}
