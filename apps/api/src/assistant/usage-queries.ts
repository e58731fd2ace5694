/** What the model's answers have used, and a person's in all, by the database's clock in UTC. */
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface Tokens {
  input: number;
  output: number;
}

export interface Used {
  answers: number;
  input_tokens: number;
  output_tokens: number;
}

/** Needs no lease: what was used stays used, whoever holds the run by now. */
export async function addUsage(
  db: Reader,
  { space_id, run_id }: { space_id: string; run_id: string },
  { input, output }: Tokens,
): Promise<void> {
  await db.rows(
    sql`update agent_runs set input_tokens = input_tokens + ${input}, output_tokens = output_tokens + ${output}
        where space_id = ${space_id} and id = ${run_id}`,
  );
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
