/** A notice that is held becomes what the person is told, or nothing when there is nothing to tell any more. */
import type { Message } from "../channels/message.ts";
import type { Reader } from "../db/database.ts";
import { dateIn } from "../words/dates.ts";
import { wordsOf } from "../words/languages.ts";
import { type Claim, type Facts, findDueBy } from "./claims.ts";
import { DIGEST } from "./schedule.ts";

/** Of a day with more tasks, the digest names so many. */
const NAMED = 10;

/** Nothing when the task is done or gone, or nothing is due that day. */
export async function compose(
  db: Reader,
  claim: Claim,
  facts: Facts,
  late: boolean,
): Promise<Message | undefined> {
  const { language, time_zone, task } = facts;
  const moment = { now: new Date(claim.taken_at), time_zone };
  const words = wordsOf(language).notices;
  const about = { id: claim.id, space_id: claim.space_id, user_id: claim.user_id, late, language };
  if (claim.slot === DIGEST) {
    const { count, tasks } = await findDueBy(db, claim.space_id, dateIn(time_zone, moment.now), NAMED);
    if (count === 0) return undefined;
    return {
      ...about,
      kind: "digest",
      title: words.digestTitle(count),
      body: words.digest(tasks, count, moment),
      url: "/today",
      task: null,
    };
  }
  return (
    (task && {
      ...about,
      kind: "reminder",
      title: task.title,
      body: words.reminder(task, moment, late),
      url: `/today?task=${task.number}`,
      task: { id: task.id, number: task.number },
    }) ??
    undefined
  );
}
