/** Reminders fall due by the hundred while the processes that send them are killed and come back, and while places where people are told fail. */
import { setTimeout as sleep } from "node:timers/promises";
import { startPushService } from "../apps/api/src/testing/push-service.ts";
import { startReceiver } from "../apps/api/src/testing/receiver.ts";
import { startMailServer } from "../apps/api/src/testing/smtp.ts";
import type { Backend } from "./backend.ts";
import type { Counts } from "./caller.ts";
import { onDatabase } from "./database-server.ts";
import { type Interruption, withoutDatabase } from "./interruptions.ts";
import { type Happened, noticeViolations, repeatsOf } from "./notices-checker.ts";
import { countOpen, findNotices } from "./notices-found.ts";
import { signUp } from "./people.ts";
import type { Random } from "./random.ts";
import { equip, kindsOfPeople, letFail, type OtherEnds, type Reminded } from "./reminded.ts";
import { addReminders, changeSome, dueWithin, type Reminder, type Window } from "./reminders.ts";
import type { Scene } from "./scene.ts";
import { callOf, mailOf, pushesTo } from "./sendings.ts";

export interface RemindedResult {
  reminders: number;
  /** Done, deleted or moved before they were due. */
  changed: number;
  kills: number;
  sendings: number;
  repeats: number;
  /** How often a process says that it couldn't write what came of a reminder. */
  withoutDatabase: number;
  /** From a sending that came again to the interruption that explains it, at most. */
  longestLostAfterMs: number;
  late: number;
  /** From the instant to the first arrival, of those that fell due while something ran. */
  p50Ms: number;
  p99Ms: number;
  violations: number;
}

export interface RemindedOptions {
  scene: Scene;
  random: Random;
  /** More of everything. */
  long: boolean;
  say: (line: string) => void;
}

interface Size {
  reminders: number;
  windowMs: number;
  bursts: number;
  /** From the first request that adds them to the first that is due. */
  leadMs: number;
  late: number;
}

const SHORT: Size = { reminders: 1_000, windowMs: 25_000, bursts: 10, leadMs: 12_000, late: 50 };
const LONG: Size = { reminders: 5_000, windowMs: 240_000, bursts: 60, leadMs: 45_000, late: 250 };
/** A quarter of a minute after its instant, a reminder says that it is late. */
const OUTAGE_MS = 20_000;
/** The lease of one that was killed, and a few of the times that pass before something is tried again. */
const PATIENCE_MS = 120_000;
const ADDED_WITHIN_MS = 6_000;
const SHOWN = 20;

export async function remindUnderKills({
  scene,
  random,
  long,
  say,
}: RemindedOptions): Promise<RemindedResult> {
  const size = long ? LONG : SHORT;
  const [push, programs, mail] = await Promise.all([startPushService(), startReceiver(), startMailServer()]);
  const environment = { SMTP_URL: mail.url, MAIL_FROM: "todo@example.com", OUTBOUND_ALLOW: "127.0.0.1" };
  const violations: string[] = [];
  const complain = (what: string) => void violations.push(what);
  const interruptions: Interruption[] = [];
  const started: Backend[] = [];
  const start = async () => {
    const backends = await scene.startBackends("built-in", environment);
    started.push(...backends);
    return backends;
  };
  try {
    const backends = await start();
    const people = await equipAll(backends, { push, programs }, random, complain);
    const spaces = people.map(({ space_id }) => space_id);
    const window = windowOf(size, random);
    const reminders = await addToAll(people, size.reminders, [], dueWithin(window, random.fork("due")));
    await sleep(window.from - Date.now());
    await Promise.all([
      changeSome(reminders, window, random.fork("changes")),
      letFail(people, window.ms),
      ...backends.map((backend, process) =>
        keepKilling(backend, process, window, random.fork(backend.name), interruptions),
      ),
    ]);
    await untilSent(scene, spaces);

    reminders.push(...(await sendLate({ people, backends, reminders, interruptions, count: size.late })));
    await start();
    await untilSent(scene, spaces);

    const sendings = [
      ...people.flatMap(({ browsers }) =>
        browsers.flatMap(({ id, browser }) => pushesTo(browser, id, complain)),
      ),
      ...people.flatMap(({ webhook }) =>
        programs.requests
          .filter(({ path }) => path === webhook?.path)
          .map((request) => callOf(request, webhook!.id, complain)),
      ),
      ...mail.mails.map(mailOf),
    ];
    for (const [process, { logFile }] of backends.entries())
      interruptions.push(...(await withoutDatabase(logFile, process, window.from)));
    const happened = { reminders, sendings, interruptions };
    const found = await onDatabase(scene.database.url, (client) => findNotices(client, spaces));
    violations.push(...noticeViolations(happened, found), ...started.flatMap(({ unexpected }) => unexpected));
    for (const line of violations.slice(0, SHOWN)) say(`  ✗ ${line}`);
    return { ...figuresOf(happened), violations: violations.length };
  } finally {
    for (const backend of started) await backend.close();
    await Promise.all([push.close(), programs.close(), mail.close()]);
  }
}

async function equipAll(
  backends: Backend[],
  ends: OtherEnds,
  random: Random,
  complain: (what: string) => void,
): Promise<Reminded[]> {
  const urls = backends.map(({ url }) => url);
  const counts: Counts = { requests: 0, acknowledged: 0, repeated: 0 };
  const people: Reminded[] = [];
  for (const [place, kind] of Object.values(kindsOfPeople).entries()) {
    const person = await signUp(urls[place % urls.length]!, `reminded${place}`);
    const options = { urls, counts, complain, random: random.fork(person.ledger.person) };
    people.push(await equip(person, kind, ends, options));
  }
  return people;
}

function windowOf({ windowMs: ms, bursts, leadMs }: Size, random: Random): Window {
  const from = Date.now() + leadMs;
  const instants = Array.from({ length: bursts }, () => from + random.whole(0, ms));
  return { from, ms, bursts: instants.sort((one, other) => one - other) };
}

async function addToAll(people: Reminded[], count: number, known: Reminder[], dueAt: () => number) {
  const each = people.map((person, place) => {
    const share = Math.floor((count + place) / people.length);
    return addReminders(person, share, known, dueAt);
  });
  return (await Promise.all(each)).flat();
}

/** At any moment, or when many have just fallen due, until the window is over. */
async function keepKilling(
  backend: Backend,
  process: number,
  window: Window,
  random: Random,
  interruptions: Interruption[],
) {
  const until = window.from + window.ms;
  while (Date.now() < until) {
    const burst = window.bursts.find((at) => at > Date.now());
    const atBurst = burst !== undefined && random.chance(0.5);
    await sleep(atBurst ? burst - Date.now() + random.whole(20, 600) : random.whole(500, 5_000));
    interruptions.push({ process, at: Date.now(), what: "kill" });
    await backend.kill();
    await backend.ready();
  }
}

/** Reminders that fall due while nothing runs. */
async function sendLate(options: {
  people: Reminded[];
  backends: Backend[];
  reminders: Reminder[];
  interruptions: Interruption[];
  count: number;
}): Promise<Reminder[]> {
  const { people, backends, reminders, interruptions, count } = options;
  const due = Date.now() + ADDED_WITHIN_MS;
  const added = await addToAll(people, count, reminders, () => due);
  for (const [process, backend] of backends.entries()) {
    interruptions.push({ process, at: Date.now(), what: "kill" });
    await backend.killForGood();
  }
  await sleep(due + OUTAGE_MS - Date.now());
  return added.map((reminder) => ({ ...reminder, wanted: "late" }));
}

/** What isn't sent in the end the checker finds. */
async function untilSent(scene: Scene, spaces: string[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  await onDatabase(scene.database.url, async (client) => {
    while ((await countOpen(client, spaces)) > 0 && performance.now() < deadline) await sleep(200);
  });
}

function figuresOf(happened: Happened): Omit<RemindedResult, "violations"> {
  const { reminders, sendings, interruptions } = happened;
  const repeats = repeatsOf(happened);
  const first = new Map<string, number>();
  for (const { title, at } of sendings) first.set(title, Math.min(at, first.get(title) ?? at));
  const delays = reminders
    .flatMap(({ title, due, wanted }) =>
      wanted === "sent" && first.has(title) ? first.get(title)! - due : [],
    )
    .sort((one, other) => one - other);
  const quantile = (part: number) => delays[Math.floor(part * (delays.length - 1))] ?? 0;
  return {
    reminders: reminders.length,
    changed: reminders.filter(({ changed }) => changed).length,
    kills: interruptions.filter(({ what }) => what === "kill").length,
    withoutDatabase: interruptions.filter(({ what }) => what === "no database").length,
    sendings: sendings.length,
    repeats: repeats.length,
    longestLostAfterMs: Math.max(0, ...repeats.map(({ lostAfterMs = 0 }) => lostAfterMs)),
    late: reminders.filter(({ wanted }) => wanted === "late").length,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
  };
}
