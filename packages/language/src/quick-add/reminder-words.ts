/** Takes out of a task's words when the person wants to be reminded of it. */
import { remindersOf } from "../reminders/resolve.ts";
import { remindersWithin } from "../reminders/within.ts";
import { match, type Range } from "../text/pattern.ts";
import { type Desk, take } from "./desk.ts";

/** Gives what is to be called when the date is known, with the requests around the task: "remind me to". */
export function takeReminders(desk: Desk): (requests: Range[]) => void {
  const { reading, range, plain, taken, framed, task } = desk;
  const { locale, clock } = reading;
  const isFree = (at: number) => !plain.has(at) && !taken.has(at);
  const mentions = remindersWithin(reading, range, isFree);
  for (const mention of mentions) take(desk, "reminders", mention);
  const frame = () => {
    for (const { from, to, led } of mentions)
      if (led && isTaken(desk, { from: range.from, to: from }))
        for (let at = from; at < to; at += 1) framed.add(at);
  };
  frame();
  return (requests) => {
    frame();
    if (mentions.length > 0) {
      const specs = mentions.flatMap((mention) => mention.specs);
      task.reminders = remindersOf(specs, task.when, locale.dates, clock);
      return;
    }
    const asked = requests.filter((request) => asksToRemind(reading, request));
    if (asked.length === 0 || !task.when) return;
    task.reminders = [{ minutes_before: 0 }];
    for (const request of asked) take(desk, "reminders", request);
  };
}

/** Nothing but chips, so that the title is yet to come: "every Tuesday remind me an hour before to call". */
function isTaken({ taken }: Desk, { from, to }: Range): boolean {
  for (let at = from; at < to; at += 1) if (!taken.has(at)) return false;
  return true;
}

/** Other requests only say that it must be done. */
function asksToRemind({ tokens, locale }: Desk["reading"], { from, to }: Range): boolean {
  const { leads, tails } = locale.reminders;
  const range = { from, to: tokens.length };
  for (let at = from; at < to; at += 1)
    if ([...leads, ...tails].some((each) => match(each, tokens, { ...range, from: at }, { prefix: true })))
      return true;
  return false;
}
