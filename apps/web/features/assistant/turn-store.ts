/**
 * The one turn this window has under way, and the words waiting in the
 * composer. Outside React, because a turn outlives whatever shows it.
 */
import type { QueryClient } from "@tanstack/react-query";
import { newKey } from "@todo/contract/attempts";
import type { SentEvent } from "@todo/contract/chat";
import type { Message } from "@todo/contract/conversations";
import { AppError } from "@todo/contract/errors";
import { unbroken } from "@todo/contract/unbroken";
import { api } from "../../lib/api.ts";
import { client } from "../../lib/client.ts";
import { createStore } from "../../lib/external-store.ts";
import { refresh } from "../../lib/live.ts";
import { backoffMs, pause } from "../../lib/pause.ts";
import { savePreference } from "../../lib/preferences.ts";
import { keepRow } from "../tasks/row-keys.ts";
import { tellOtherWindows } from "./other-windows.ts";
import { conversationQuery, MESSAGES_AT_ONCE } from "./queries.ts";
import { continuedTurn, isRunning, joinedTurn, newTurn, type Turn, withEvent } from "./turn.ts";
import { findUnsent, forgetUnsent, keyFor, layAsideUnsent } from "./unsent.ts";

const STOP_MS = 2_000;
const FIRST_RETRY_MS = 400;
/** What is over by then nobody needs to know of. */
const PATIENCE_MS = 8_000;

export const turnStore = createStore<Turn | undefined>(undefined);
export const draftStore = createStore("");
/** Why the last message could not be sent; it is in the composer again. */
export const sendTroubleStore = createStore<{ error: unknown } | undefined>(undefined);
/** True when the turn under way has not been heard of for long. */
export const awayStore = createStore(false);
/** Undefined is a new, empty conversation; null until this window has been told which one it begins with. */
export const conversationStore = createStore<string | undefined | null>(null);

/** The run whose sentence is to be brought into sight, as soon as the log has it. */
export const soughtStore = createStore<string | undefined>(undefined);

/** How many messages of the conversation are shown. */
export const shownStore = createStore(MESSAGES_AT_ONCE);

export const showEarlier = () => shownStore.set((shown) => shown + MESSAGES_AT_ONCE);

const selected = () => conversationStore.get() ?? undefined;

/** The reading of the turn under way; ends it for this window alone, the run goes on. */
let reading: AbortController | undefined;

/** `run`: at what was said to begin it; else at its end. */
export function selectConversation(id: string | undefined, run?: string) {
  conversationStore.set(id);
  soughtStore.set(run);
  // What is sought may be anywhere in it.
  shownStore.set(run ? Number.POSITIVE_INFINITY : MESSAGES_AT_ONCE);
  savePreference("conversation", id ?? "new");
  const turn = turnStore.get();
  if (!turn || turn.phase === "sending" || turn.conversation_id === id) return;
  reading?.abort();
  reading = undefined;
  turnStore.set(undefined);
}

export function send(queries: QueryClient, sentence: string) {
  const conversation_id = selected();
  const request = {
    message: sentence,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(conversation_id && { conversation_id }),
  };
  const idempotencyKey = keyFor(sentence, conversation_id);
  draftStore.set("");
  void follow(queries, newTurn(sentence, conversation_id), (signal) =>
    client.streamChat(request, { signal, idempotencyKey }),
  );
}

/** Goes on sending what a reload interrupted. */
export function sendUnsent(queries: QueryClient) {
  const unsent = findUnsent();
  if (!unsent || turnStore.get()) return;
  if (!unsent.fresh) return draftStore.set((words) => words || unsent.sentence);
  selectConversation(unsent.conversation_id);
  send(queries, unsent.sentence);
}

/** Reads along with a run that another window, or an earlier page, began. */
export function join(queries: QueryClient, conversation: string, run: string, message: Message | undefined) {
  void follow(queries, joinedTurn(conversation, run, message), (signal) => client.runEvents(run, { signal }));
}

export function answerApproval(
  queries: QueryClient,
  message: Message,
  id: string,
  decision: { decision: "approve" | "reject"; only?: string[] },
) {
  const idempotencyKey = newKey();
  void follow(queries, continuedTurn(message, selected()!), (signal) =>
    client.streamApproval(id, decision, { signal, idempotencyKey }),
  );
}

export function retry(queries: QueryClient, message: Message | undefined) {
  const run = message?.run_id ?? turnStore.get()?.run_id;
  const conversation = selected();
  if (!run || !conversation) return;
  const turn = message ? continuedTurn(message, conversation) : newTurn("", conversation);
  const idempotencyKey = newKey();
  void follow(queries, { ...turn, sentence: undefined, run_id: run }, (signal) =>
    client.retryRun(run, { signal, idempotencyKey }),
  );
}

/** Asks the server to stop; if the stream doesn't end soon, we leave it. */
export function stop() {
  const turn = turnStore.get();
  if (!turn || !isRunning(turn)) return;
  const current = reading;
  if (!turn.run_id) return current?.abort();
  void client.cancelRun(turn.run_id).catch(() => undefined);
  setTimeout(() => current?.abort(), STOP_MS);
}

async function follow(
  queries: QueryClient,
  turn: Turn,
  open: (signal: AbortSignal) => AsyncGenerator<SentEvent>,
) {
  const current = turnStore.get();
  if (current && isRunning(current)) return;
  const own = new AbortController();
  reading = own;
  const { signal } = own;
  const away = watchAway();
  sendTroubleStore.set(undefined);
  turnStore.set(turn);

  const events = unbroken({
    open,
    resume: (run, after) => client.runEvents(run, { after, signal }),
    wait: (attempt, atLeastMs) => pause(Math.max(backoffMs(attempt, FIRST_RETRY_MS), atLeastMs), signal),
    onAway: away.set,
    signal,
  });
  try {
    for await (const event of events) {
      if (reading !== own) break;
      if (event.type === "run_started" && !turn.run_id) keepRow(event.run_id, turn.key);
      turnStore.set((before) => before && withEvent(before, event));
      if (event.type === "run_started") begun(turn, event.conversation_id);
    }
  } catch (error) {
    if (reading === own) explain(error);
  } finally {
    away.end();
  }
  if (reading === own) await settle(queries);
}

function begun({ sentence, conversation_id }: Turn, id: string) {
  if (sentence !== undefined) forgetUnsent();
  tellOtherWindows();
  if (selected() !== conversation_id) return;
  conversationStore.set(id);
  savePreference("conversation", id);
}

function watchAway() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    awayStore.set(false);
  };
  const set = (away: boolean) => {
    if (!away) end();
    else timer ??= setTimeout(() => awayStore.set(true), PATIENCE_MS);
  };
  return { set, end };
}

/** Before the run has started nothing is lost: the words go back to the composer. Afterwards the server has them. */
function explain(error: unknown) {
  const turn = turnStore.get();
  if (turn?.phase === "sending") sendTroubleStore.set({ error });
  else if (error instanceof AppError)
    turnStore.set(
      (before) =>
        before && {
          ...before,
          phase: "failed",
          failure: { code: error.code, message: error.message, error },
        },
    );
}

/** What is stored takes the place of what was streamed; a failure stays, because only the stream says why. */
async function settle(queries: QueryClient) {
  const turn = turnStore.get();
  if (!turn) return;
  if (turn.phase === "sending") {
    layAsideUnsent();
    if (turn.sentence) draftStore.set((words) => words || turn.sentence!);
    turnStore.set(undefined);
  }
  refresh(queries, ["conversations", "history", "approvals"]);
  if (!turn.conversation_id) return;
  try {
    const read = conversationQuery(api, turn.conversation_id, shownStore.get());
    await queries.fetchQuery({ ...read, staleTime: 0 });
    // Where more or less of it was shown, it is without this turn.
    queries.removeQueries({ queryKey: ["conversation", turn.conversation_id], type: "inactive" });
    if (turnStore.get() === turn && turn.phase !== "failed") turnStore.set(undefined);
  } catch {
    // Not reachable just now: what was streamed stays in sight until it is.
  }
}
