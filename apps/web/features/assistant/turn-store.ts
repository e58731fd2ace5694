/**
 * The one turn this window has under way, and the words waiting in the
 * composer. Outside React, because a turn outlives whatever shows it.
 */
import type { QueryClient } from "@tanstack/react-query";
import type { ChatEvent } from "@todo/contract/chat";
import type { Message } from "@todo/contract/conversations";
import { AppError } from "@todo/contract/errors";
import { api, once } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { createStore } from "../../lib/external-store.ts";
import { refresh } from "../../lib/live.ts";
import { savePreference } from "../../lib/preferences.ts";
import { conversationQuery } from "../../lib/queries.ts";
import { continuedTurn, isRunning, newTurn, type Turn, withEvent } from "./turn.ts";

const STOP_MS = 2_000;

export const turnStore = createStore<Turn | undefined>(undefined);
export const draftStore = createStore("");
/** Why the last message could not be sent; it is in the composer again. */
export const sendTroubleStore = createStore<string | undefined>(undefined);
/** Undefined is a new, empty conversation; null until this window has been told which one it begins with. */
export const conversationStore = createStore<string | undefined | null>(null);

const selected = () => conversationStore.get() ?? undefined;

let abort: AbortController | undefined;

export function selectConversation(id: string | undefined) {
  conversationStore.set(id);
  savePreference("conversation", id ?? "new");
  const turn = turnStore.get();
  if (turn && !isRunning(turn)) turnStore.set(undefined);
}

export function send(queries: QueryClient, sentence: string) {
  const conversation_id = selected();
  const request = {
    message: sentence,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(conversation_id && { conversation_id }),
  };
  draftStore.set("");
  void follow(queries, newTurn(sentence, conversation_id), (signal) =>
    api.streamChat(request, { signal, ...once() }),
  );
}

export function answerApproval(
  queries: QueryClient,
  message: Message,
  id: string,
  decision: { decision: "approve" | "reject"; only?: string[] },
) {
  void follow(queries, continuedTurn(message, selected()!), (signal) =>
    api.streamApproval(id, decision, { signal, ...once() }),
  );
}

export function retry(queries: QueryClient, message: Message | undefined) {
  const run = message?.run_id ?? turnStore.get()?.run_id;
  const conversation = selected();
  if (!run || !conversation) return;
  const turn = message ? continuedTurn(message, conversation) : newTurn("", conversation);
  void follow(queries, { ...turn, sentence: undefined, run_id: run }, (signal) =>
    api.retryRun(run, { signal, ...once() }),
  );
}

/** Asks the server to stop; if the stream doesn't end soon, we leave it. `stored` is a run that another page began. */
export function stop(queries: QueryClient, stored: string | undefined) {
  const turn = turnStore.get();
  const current = turn && isRunning(turn) ? abort : undefined;
  const run = current ? turn?.run_id : stored;
  if (!run) return current?.abort();
  void api.cancelRun(run).then(
    () => current ?? refresh(queries, ["conversation"]),
    () => undefined,
  );
  setTimeout(() => current?.abort(), STOP_MS);
}

async function follow(
  queries: QueryClient,
  turn: Turn,
  open: (signal: AbortSignal) => AsyncGenerator<ChatEvent>,
) {
  const current = turnStore.get();
  if (current && isRunning(current)) return;
  abort = new AbortController();
  const { signal } = abort;
  sendTroubleStore.set(undefined);
  turnStore.set(turn);

  try {
    for await (const event of open(signal)) {
      turnStore.set((before) => before && withEvent(before, event));
      if (event.type === "run_started" && selected() === turn.conversation_id)
        selectRunning(event.conversation_id);
    }
  } catch (error) {
    if (!signal.aborted) explain(error);
  }
  await settle(queries);
}

function selectRunning(id: string) {
  conversationStore.set(id);
  savePreference("conversation", id);
}

/** Before the run has started nothing is lost: the words go back to the composer. Afterwards the server has them. */
function explain(error: unknown) {
  const turn = turnStore.get();
  if (turn?.phase === "sending") sendTroubleStore.set(sentenceOf(error));
  else if (error instanceof AppError && error.code !== "unavailable")
    turnStore.set(
      (before) =>
        before && { ...before, phase: "failed", failure: { code: error.code, message: sentenceOf(error) } },
    );
}

/** What is stored takes the place of what was streamed; a failure stays, because only the stream says why. */
async function settle(queries: QueryClient) {
  const turn = turnStore.get();
  if (!turn) return;
  if (turn.phase === "sending") {
    if (turn.sentence) draftStore.set((words) => words || turn.sentence!);
    turnStore.set(undefined);
  }
  refresh(queries, ["conversations", "history", "approvals"]);
  if (!turn.conversation_id) return;
  try {
    await queries.fetchQuery({ ...conversationQuery(api, turn.conversation_id), staleTime: 0 });
    if (turnStore.get() === turn && turn.phase !== "failed") turnStore.set(undefined);
  } catch {
    // Not reachable just now: what was streamed stays in sight until it is.
  }
}
