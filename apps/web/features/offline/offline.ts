/**
 * What makes the app go on without a network, started once a window has come
 * to rest: the tasks are kept, the changes that wait are shown and sent, and
 * the page itself is kept by the service worker.
 */
import type { QueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { touchedByHand } from "../../lib/glow.ts";
import { connected, refresh } from "../../lib/live.ts";
import { profileQuery } from "../../lib/queries.ts";
import { takeThePost } from "../../lib/stand-in.ts";
import { viewAt } from "../navigation/views.ts";
import { mapTasks } from "../tasks/cache.ts";
import type { Pages } from "../tasks/pages.ts";
import { claimFor } from "./browser-queue.ts";
import { keepPage } from "./keep-page.ts";
import { keepTasks, restoreTasks } from "./kept-tasks.ts";
import { offerConflicts } from "./offer-conflicts.ts";
import { followOthers, readQueue } from "./queue.ts";
import type { Answer } from "./replay.ts";
import { startSending } from "./sending.ts";
import { showQueue, standInFor } from "./shown-cache.ts";
import { nextToSend, taskOf } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

interface OfflineOptions {
  signal: AbortSignal;
  /** The address that was wanted is none that could be kept. */
  onNotKept: () => void;
}

/** Runs until the signal aborts. Where the browser keeps nothing, the app is as it would be without. */
export async function startOffline(
  queries: QueryClient,
  { signal, onNotKept }: OfflineOptions,
): Promise<void> {
  const person = queries.getQueryData(profileQuery(api).queryKey)?.id;
  if (!person) return;
  await claimFor(person);
  await readQueue();
  if (isKeptPage()) await restoreTasks(queries, person);
  if (signal.aborted) return;

  const ends = [
    keepTasks(queries, person),
    takeThePost(standInFor(queries)),
    followQueue(queries),
    startSending(person, (waiting, answer) => showAnswer(queries, taskOf(waiting), answer)),
    offerConflicts(),
    followOthers(() => stop()),
  ];
  const stop = () => {
    for (const end of ends.splice(0)) end();
  };
  signal.addEventListener("abort", stop);
  goOnToPlace(onNotKept);
  if (!isKeptPage()) keepPage(person);
}

/** The worker marks the page that it kept. */
const isKeptPage = () => document.documentElement.dataset.kept !== undefined;

/** Every address leads to the kept page, behind its `#`. */
function goOnToPlace(onNotKept: () => void) {
  const wanted = window.location.hash.slice(1);
  if (!isKeptPage() || !wanted.startsWith("/")) return;
  // Settings and the like are no view: for them the server is needed.
  const isView = viewAt(wanted.split("?")[0] ?? "") !== undefined;
  window.history.replaceState(null, "", isView ? wanted : "/");
  if (!isView) onNotKept();
}

function followQueue(queries: QueryClient) {
  let former = waitingChanges.get();
  showQueue(queries, former, []);
  return waitingChanges.subscribe(() => {
    const queue = waitingChanges.get();
    const isReachable = navigator.onLine && connected.get();
    // What went while there is a network was sent or refused: the server knows how things are.
    if (!isReachable || queue.length > former.length) showQueue(queries, queue, former);
    else if (!nextToSend(queue)) refresh(queries, ["tasks", "lists", "labels"]);
    former = queue;
  });
}

/** The task as the server made it, in the place of what stood for it. */
function showAnswer(queries: QueryClient, stood: Task, { undo: _, ...answer }: Answer) {
  if (!isTask(answer)) return;
  touchedByHand(answer.id);
  queries.setQueriesData<Pages>(
    { queryKey: ["tasks", "page"] },
    (pages) => pages && mapTasks(pages, (one) => (one.id === stood.id ? answer : one)),
  );
  queries.setQueryData<Task>(["tasks", "one", answer.number], (one) => one && answer);
  const here = new URL(window.location.href);
  if (stood.number === answer.number || here.searchParams.get("task") !== String(stood.number)) return;
  here.searchParams.set("task", String(answer.number));
  window.history.replaceState(null, "", here);
}

const isTask = (answer: Partial<Task>): answer is Task =>
  answer.id !== undefined && answer.number !== undefined && answer.title !== undefined;
