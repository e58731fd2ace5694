/**
 * Holds what was asked for against what people were sent and what is stored. A
 * sending may be there twice only when its process was killed before it wrote
 * that it had sent it, or says that it couldn't write, and then with the same id.
 */
import type { Interruption } from "./interruptions.ts";
import type { Delivered, NoticesFound } from "./notices-found.ts";
import type { Reminded } from "./reminded.ts";
import type { Reminder } from "./reminders.ts";
import { clockShiftsMs } from "./scene.ts";
import type { Sending } from "./sendings.ts";

/** A reminder, with what of its person decides where it goes. */
export type Asked = Omit<Reminder, "person"> & { person: Pick<Reminded, "places"> };

export interface Happened {
  reminders: Asked[];
  sendings: Sending[];
  interruptions: Interruption[];
}

/** What there is about one reminder. */
interface Case {
  reminder: Asked;
  /** The first to arrive first. */
  sendings: Sending[];
  notices: NoticesFound["notices"];
  deliveries: Delivered[];
  /** Whether its process was interrupted so soon after it that nothing need have been written. */
  isLost(sending: Sending): boolean;
}

/** As long as a process may be at a reminder without a word to the others. */
const LEASE_MS = 15_000;
/** This process takes what arrives one after the other, and may be behind; one that was killed isn't back so soon. */
const SEEN_LATE_MS = 500;
/** What fell due longer ago says that it is late; some of it passes before that is decided. */
const LATE_MS = 14_000;

/** Each a sentence. */
export function noticeViolations(happened: Happened, found: NoticesFound): string[] {
  const known = new Set(happened.reminders.map(({ title }) => title));
  return [
    ...happened.sendings
      .filter(({ title }) => !known.has(title))
      .map(({ kind, title }) => `${kind} about “${title}” came, which nobody asked for`),
    ...casesOf(happened, found).flatMap((one) =>
      checks.flatMap((check) => check(one).map((what) => `“${one.reminder.title}” ${what}`)),
    ),
  ];
}

/** Sendings that came once more on the same channel, with the milliseconds from each to what explains it. */
export function repeatsOf(happened: Happened): { sending: Sending; lostAfterMs: number | undefined }[] {
  return [...Map.groupBy(happened.sendings, ({ channel, title }) => `${channel} ${title}`).values()].flatMap(
    (alike) =>
      inOrder(alike)
        .slice(0, -1)
        .map((sending) => ({ sending, lostAfterMs: lostAfter(sending, happened.interruptions) })),
  );
}

function casesOf({ reminders, sendings, interruptions }: Happened, found: NoticesFound): Case[] {
  const byTitle = Map.groupBy(sendings, ({ title }) => title);
  const notices = Map.groupBy(found.notices, ({ task_id }) => task_id);
  const deliveries = Map.groupBy(found.deliveries, ({ task_id }) => task_id);
  return reminders
    .filter(({ wanted }) => wanted !== "unclear")
    .map((reminder) => ({
      reminder,
      sendings: inOrder(byTitle.get(reminder.title) ?? []),
      notices: notices.get(reminder.task_id) ?? [],
      deliveries: deliveries.get(reminder.task_id) ?? [],
      isLost: (sending) => lostAfter(sending, interruptions) !== undefined,
    }));
}

const inOrder = (sendings: Sending[]) => sendings.toSorted((one, other) => one.at - other.at);

function lostAfter({ process, at }: Sending, interruptions: Interruption[]): number | undefined {
  const waits = interruptions.filter((one) => one.process === process).map((one) => one.at - at);
  const wait = waits.filter((ms) => ms > -SEEN_LATE_MS && ms < LEASE_MS).sort((a, b) => a - b)[0];
  return wait === undefined ? undefined : Math.max(0, wait);
}

const isForPeople = ({ kind }: Sending) => kind !== "webhook";

const checks: ((one: Case) => string[])[] = [
  function arrives({ reminder: { wanted, person }, sendings, deliveries, notices }) {
    if (wanted === "never")
      return sendings.length + deliveries.length + notices.length > 0
        ? [`was done or gone before it was due and was sent ${sendings.length} times`]
        : [];
    const { browsers, noMail, webhook } = person.places;
    const people = browsers > 0 || !noMail;
    return [
      ...(people && !sendings.some(isForPeople) ? ["reached nobody"] : []),
      ...(webhook && sendings.every(isForPeople) ? ["didn't reach the program"] : []),
    ];
  },

  function hasOneId({ reminder: { wanted }, sendings, notices, deliveries }) {
    if (wanted === "never") return [];
    const ids = new Set([...notices, ...sendings, ...deliveries].map(({ id }) => id));
    return [
      ...(ids.size > 1 ? [`has ${ids.size} ids: ${[...ids].join()}`] : []),
      ...(notices.length === 1 && notices[0]?.sent ? [] : ["isn't stored as sent"]),
    ];
  },

  function comesWhenItIsDue({ reminder: { due, wanted }, sendings, deliveries }) {
    const page = deliveries.find(({ channel }) => channel === "page");
    return [
      ...sendings.filter(({ at }) => at < due).map(({ at }) => `came ${due - at} ms before it was due`),
      ...sendings
        .filter(
          ({ late, at }) => (wanted === "late" && !late) || (wanted === "sent" && late && at < due + LATE_MS),
        )
        .map(({ late }) => (late ? "says that it is late and isn't" : "doesn't say that it is late")),
      ...(wanted === "late" && page && !page.late ? ["doesn't say to open windows that it is late"] : []),
    ];
  },

  function isRepeatedOnlyAfterAKill({ sendings, deliveries, isLost }) {
    return byChannel(sendings).flatMap((alike) => {
      const last = alike.at(-1)!;
      const row = deliveries.find((one) => channelOf(one) === channelOf(last) && one.status === "sent");
      const unexplained = alike.slice(0, -1).filter((sending) => !isLost(sending));
      return [
        ...unexplained.map(
          ({ kind, process }) => `was repeated by ${kind} though process ${process} wasn't killed`,
        ),
        ...(row && last.at > writtenAt(row, last.at) + SEEN_LATE_MS
          ? [`was sent by ${last.kind} once more after that had been written`]
          : []),
      ];
    });
  },

  function goesByMailOnlyWithoutABrowser({ reminder: { person }, sendings, isLost }) {
    const { browsers, trouble, noMail } = person.places;
    const mails = sendings.filter(({ kind }) => kind === "email");
    if (mails.length === 0) return [];
    if (noMail || (browsers > 0 && !trouble)) return ["went by mail, which wasn't wanted"];
    const pushed = sendings.some(({ kind }) => kind === "push");
    return pushed && !sendings.some(isLost) ? ["went by mail though a browser had taken it"] : [];
  },

  function isStoredAsItWasSent({ sendings, deliveries, isLost, reminder: { wanted } }) {
    const rows = deliveries.filter(({ channel, status }) => channel !== "page" && status === "sent");
    const pages = deliveries.filter(({ channel }) => channel === "page").length;
    const sent = byChannel(sendings);
    const isStored = (one: Sending) => rows.some((row) => channelOf(row) === channelOf(one));
    // Its process died, and by the next time this channel had failed or wasn't asked.
    const isLeftToOthers = (alike: Sending[]) => rows.length > 0 && alike.every(isLost);
    return [
      ...sent
        .filter((alike) => !isStored(alike[0]!) && !isLeftToOthers(alike))
        .map(([one]) => `was sent by ${one!.kind} and isn't stored so`),
      ...rows
        .filter((row) => !sent.some(([one]) => channelOf(row) === channelOf(one!)))
        .map(({ channel_kind }) => `is stored as sent by ${channel_kind} and never came`),
      ...(wanted !== "never" && pages !== 1 ? [`is stored ${pages} times for open windows`] : []),
    ];
  },
];

const byChannel = (sendings: Sending[]) => [...Map.groupBy(sendings, ({ channel }) => channel).values()];

/** A person has one e-mail address. */
const channelOf = (one: Sending | Delivered) => {
  const kind = "kind" in one ? one.kind : one.channel_kind;
  return kind === "email" ? kind : one.channel;
};

/** By the right clock: the one that lies nearest is meant. */
function writtenAt({ at }: Delivered, near: number): number {
  const times = clockShiftsMs.map((shift) => at - shift);
  return times.toSorted((one, other) => Math.abs(one - near) - Math.abs(other - near))[0]!;
}
