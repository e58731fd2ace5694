/** Of each chat turn: said once, answered once, every event once and in order, every call applied once, every run at its end. */
import { isDeepStrictEqual } from "node:util";
import type { ChatEvent } from "@todo/contract";
import type { Violation } from "./checker.ts";
import type { Found } from "./found.ts";
import type { Ledger, SeenRun, Turn } from "./ledger.ts";

export function turnViolations({ turns }: Ledger, found: Found): Violation[] {
  const seen = new Set(turns.flatMap(({ runs }) => runs.map(({ run_id }) => run_id)));
  return [
    ...turns.flatMap((turn) => [
      ...messageViolations(turn, found),
      ...effectViolations(turn, found),
      ...turn.runs.flatMap((run) => runViolations(run, found)),
    ]),
    ...orderViolations(turns, found),
    ...found.runs
      .filter(({ id }) => !seen.has(id))
      .map(({ id, status }) => ({ about: id, what: `a run (${status}) that nobody asked for` })),
    ...found.journal
      .filter(({ run_id }) => run_id !== null && !seen.has(run_id))
      .map(({ run_id, operation }) => ({
        about: run_id!,
        what: `${operation} by a run that nobody asked for`,
      })),
  ];
}

function messageViolations({ text, runs }: Turn, { messages }: Found): Violation[] {
  const said = messages.filter((message) => message.role === "user" && message.text === text);
  const answers = runs.map(({ run_id }) =>
    messages.filter((message) => message.role === "assistant" && message.run_id === run_id),
  );
  return [
    ...(said.length === 1
      ? []
      : [{ about: "", what: `“${text}” was said once and is stored ${said.length} times` }]),
    ...answers.flatMap((found, place) =>
      found.length === 1
        ? []
        : [{ about: runs[place]!.run_id, what: `“${text}” has ${found.length} answers by one run` }],
    ),
  ];
}

function effectViolations(
  { text, adds, changes, refused, runs }: Turn,
  { journal, tasks }: Found,
): Violation[] {
  const byTurn = journal.filter(({ run_id }) => runs.some((run) => run.run_id === run_id));
  const answers = runs.map(({ events }) => JSON.stringify(events.at(-1)?.event));
  const say = (about: string, what: string) => [
    { about, what: `“${text}” ${what}; answered was ${answers}` },
  ];
  return [
    ...adds.flatMap((title) => {
      const added = byTurn.filter(({ before, after }) => before === null && after?.title === title);
      const stored = tasks.filter((task) => task.title === title);
      if (added.length === 1 && stored.length === 1) return [];
      return say(
        runs[0]?.run_id ?? "",
        `added “${title}” ${added.length} times, and it is stored ${stored.length} times`,
      );
    }),
    ...changes.flatMap(({ task, field }) => {
      const made = byTurn.filter(({ entity_id, after }) => entity_id === task && after?.[field]);
      const no = refused.includes(task);
      // Asked again after a failure, the person may have said no first and yes then.
      const right = no && runs.length > 1 ? made.length <= 1 : made.length === (no ? 0 : 1);
      return right ? [] : say(task, `set ${field} ${made.length} times${no ? ", against a no" : ""}`);
    }),
  ];
}

function runViolations({ run_id, events }: SeenRun, found: Found): Violation[] {
  const say = (what: string) => [{ about: run_id, what: `the run ${run_id} ${what}` }];
  const run = found.runs.find(({ id }) => id === run_id);
  if (!run) return say("was streamed and isn't stored");
  const stored = found.events.filter((event) => event.run_id === run_id);
  const differs = stored.findIndex(
    ({ seq, event }, index) => events[index]?.id !== seq || !isDeepStrictEqual(events[index]?.event, event),
  );
  const final = events.at(-1)?.event;
  const open = found.calls.filter(
    ({ run_id: of, status }) => of === run_id && ["running", "waiting"].includes(status),
  );
  return [
    ...(["completed", "failed", "cancelled"].includes(run.status) ? [] : say(`is still ${run.status}`)),
    ...(differs >= 0 ? say(`streamed other than is stored, from event ${differs + 1} on`) : []),
    ...(stored.length === events.length
      ? []
      : say(`streamed ${events.length} events and stored ${stored.length}`)),
    ...(open.length === 0 ? [] : say(`ended with ${open.length} calls open`)),
    ...(final?.type === "finished" && final.answer.response !== textOf(events.map(({ event }) => event))
      ? say("streamed another text than its answer holds")
      : []),
    ...(final?.type === "finished" && final.answer.response !== run.response
      ? say("answered another text than is stored")
      : []),
  ];
}

/** What a reader has on the screen after these events. */
function textOf(events: ChatEvent[]): string {
  let text = "";
  for (const event of events) {
    if (event.type === "text_delta") text += event.text;
    if (event.type === "text_reset") text = event.text;
  }
  return text;
}

/** Somebody says one thing after the other; the conversation keeps that order, whatever the backends' clocks say. */
function orderViolations(turns: Turn[], { messages }: Found): Violation[] {
  return [...new Set(turns.map(({ conversation_id }) => conversation_id))].flatMap((id) => {
    const said = turns.filter((turn) => turn.conversation_id === id).map(({ text }) => text);
    const stored = messages
      .filter(({ conversation_id, role }) => conversation_id === id && role === "user")
      .map(({ text }) => text);
    if (isDeepStrictEqual(said, stored)) return [];
    return [
      {
        about: id,
        what: `the conversation ${id} is stored in another order than it was held: ${stored.join(" | ")}`,
      },
    ];
  });
}
