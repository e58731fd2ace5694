/** The checker must find what the fault test looks for: from a sound end, one thing is broken at a time. */
import { describe, expect, test } from "vitest";
import { type Asked, type Happened, noticeViolations, repeatsOf } from "./notices-checker.ts";
import type { NoticesFound } from "./notices-found.ts";
import { kindsOfPeople } from "./reminded.ts";
import { clockShiftsMs } from "./scene.ts";
import type { Sending } from "./sendings.ts";

const DUE = 1_800_000_000_000;
const SECOND = 1_000;

const asked = (title: string, kind: string, wanted: Asked["wanted"] = "sent"): Asked => ({
  person: { places: kindsOfPeople[kind]! },
  title,
  task_id: `task of ${title}`,
  due: DUE,
  wanted,
});

const sending = (title: string, kind: Sending["kind"], more: Partial<Sending> = {}): Sending => ({
  kind,
  channel: kind,
  id: `id of ${title}`,
  title,
  late: false,
  at: DUE + SECOND,
  process: 0,
  ...more,
});

const delivered = (title: string, kind: Sending["kind"] | "page", late = false, at = DUE + SECOND) => ({
  task_id: `task of ${title}`,
  id: `id of ${title}`,
  channel: kind,
  channel_kind: kind as string,
  status: "sent",
  late,
  at: kind === "page" ? at : at + clockShiftsMs[0]!,
});

const noted = (title: string) => ({ task_id: `task of ${title}`, id: `id of ${title}`, sent: true });

/** One that was repeated after a kill, one that was late, one by mail, one that was taken back. */
function soundEnd(): Happened & { found: NoticesFound } {
  const titles = ["tea", "milk", "eggs"];
  const lateAt = DUE + 130 * SECOND;
  return {
    reminders: [
      asked("tea", "a browser and a program"),
      asked("milk", "two browsers", "late"),
      asked("eggs", "mail alone"),
      asked("bread", "mail alone", "never"),
    ],
    sendings: [
      sending("tea", "push"),
      sending("tea", "webhook"),
      sending("tea", "webhook", { at: DUE + 16 * SECOND, process: 1 }),
      sending("milk", "push", { late: true, at: lateAt }),
      sending("eggs", "email", { channel: "ada@example.com" }),
    ],
    interruptions: [{ process: 0, at: DUE + 2 * SECOND, what: "kill" }],
    found: {
      notices: titles.map(noted),
      deliveries: [
        delivered("tea", "push"),
        delivered("tea", "webhook", false, DUE + 16 * SECOND),
        delivered("tea", "page"),
        delivered("milk", "push", true, lateAt),
        delivered("milk", "page", true, lateAt),
        delivered("eggs", "email"),
        delivered("eggs", "page"),
      ],
    },
  };
}

const violationsOf = ({ found, ...happened }: ReturnType<typeof soundEnd>) =>
  noticeViolations(happened, found);

const kept = ({ found }: ReturnType<typeof soundEnd>, title: string, kind: string) =>
  found.deliveries.find(({ id, channel }) => id === `id of ${title}` && channel === kind)!;

const sent = ({ sendings }: ReturnType<typeof soundEnd>, title: string, kind: string) =>
  sendings.find((one) => one.title === title && one.kind === kind)!;

test("a sound end has no violation", () => {
  expect(violationsOf(soundEnd())).toEqual([]);
});

test("what came again is told, with how long its process lived on", () => {
  expect(repeatsOf(soundEnd())).toMatchObject([{ sending: { kind: "webhook" }, lostAfterMs: SECOND }]);
});

type Sabotage = (end: ReturnType<typeof soundEnd>) => unknown;

const sabotages: [name: string, sabotage: Sabotage, found: RegExp][] = [
  ["a reminder that reached nobody", ({ sendings }) => sendings.splice(4), /“eggs” reached nobody/],
  [
    "one that didn't reach a program",
    ({ sendings }) => sendings.splice(1, 2),
    /“tea” didn't reach the program/,
  ],
  [
    "one whose task was done before",
    ({ sendings }) => sendings.push(sending("bread", "email")),
    /“bread” was done or gone before it was due and was sent 1 times/,
  ],
  [
    "one that nobody asked for",
    ({ sendings }) => sendings.push(sending("salt", "push")),
    /push about “salt” came, which nobody asked for/,
  ],
  [
    "a second id",
    ({ sendings }) => sendings.push(sending("milk", "push", { id: "another", late: true })),
    /“milk” has 2 ids/,
  ],
  [
    "one that isn't stored as sent",
    ({ found }) => {
      found.notices[0]!.sent = false;
    },
    /“tea” isn't stored as sent/,
  ],
  [
    "one that came too early",
    (end) => {
      sent(end, "eggs", "email").at = DUE - 1;
    },
    /“eggs” came 1 ms before it was due/,
  ],
  [
    "one that should say that it is late",
    (end) => {
      sent(end, "milk", "push").late = false;
    },
    /“milk” doesn't say that it is late/,
  ],
  [
    "one that shouldn't",
    (end) => {
      sent(end, "eggs", "email").late = true;
    },
    /“eggs” says that it is late and isn't/,
  ],
  [
    "a window that isn't told that it is late",
    (end) => {
      kept(end, "milk", "page").late = false;
    },
    /“milk” doesn't say to open windows/,
  ],
  [
    "a repetition after another process's kill",
    ({ interruptions }) => {
      interruptions[0]!.process = 1;
    },
    /“tea” was repeated by webhook though process 0 wasn't killed/,
  ],
  [
    "a repetition long before a kill",
    ({ interruptions }) => {
      interruptions[0]!.at = DUE + 60 * SECOND;
    },
    /“tea” was repeated by webhook/,
  ],
  [
    "a repetition of what had been written",
    (end) => {
      kept(end, "tea", "webhook").at -= 15 * SECOND;
    },
    /“tea” was sent by webhook once more after that had been written/,
  ],
  [
    "a mail beside a browser",
    ({ sendings, found }) => {
      sendings.push(sending("milk", "email", { late: true, at: DUE + 130 * SECOND }));
      found.deliveries.push(delivered("milk", "email", true, DUE + 130 * SECOND));
    },
    /“milk” went by mail, which wasn't wanted/,
  ],
  [
    "a mail though the browser was there for it",
    ({ reminders, sendings }) => {
      reminders[1]!.person.places = kindsOfPeople["a browser that is away"]!;
      sendings.push(sending("milk", "email", { late: true, at: DUE + 130 * SECOND }));
    },
    /“milk” went by mail though a browser had taken it/,
  ],
  [
    "a sending that isn't stored",
    ({ found }) => found.deliveries.splice(5, 1),
    /“eggs” was sent by email and isn't stored so/,
  ],
  [
    "a delivery that never came",
    ({ found }) => found.deliveries.push(delivered("eggs", "webhook")),
    /“eggs” is stored as sent by webhook and never came/,
  ],
  [
    "windows that weren't told",
    ({ found }) => found.deliveries.splice(6, 1),
    /“eggs” is stored 0 times for open windows/,
  ],
];

describe("a violation is found:", () => {
  test.each(sabotages)("%s", (_, sabotage, expected) => {
    const end = soundEnd();
    sabotage(end);
    expect(violationsOf(end).join("\n")).toMatch(expected);
  });
});
