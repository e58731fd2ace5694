/** What the model answered, step by step. A run that goes on elsewhere reads it instead of asking again. */
import type { AgentOutputItem } from "@openai/agents";
import type { Reader } from "../db/database.ts";
import { type Sql, sql } from "../db/sql.ts";
import { storable } from "./tool-arguments.ts";

export interface Step {
  /** What was said in it. */
  text: string;
  output: AgentOutputItem[];
}

/** To be joined to a statement that has a row `run` with space_id and id. */
export const insertStep = (place: number, { text, output }: Step): Sql => sql`
  insert into run_steps (space_id, run_id, step, text, output)
  select run.space_id, run.id, ${place}::integer, ${text}, ${JSON.stringify(output, storable)}::jsonb from run`;

export async function findSteps(db: Reader, spaceId: string, runId: string): Promise<Step[]> {
  return db.rows<Step>(
    sql`select text, output from run_steps where space_id = ${spaceId} and run_id = ${runId} order by step`,
  );
}
