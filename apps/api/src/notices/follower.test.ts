import type { InputOf } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { type Change, changed, type TaskRow } from "../operations/entities.ts";
import { scheduledFor } from "../testing/notices.ts";
import { createWorld, type Person } from "../testing/world.ts";
import { createFollower } from "./follower.ts";

const MONDAY_9 = "2026-01-05T09:00:00.000Z";
const NOON = "2026-01-05T12:00:00.000Z";
const HALF_PAST_11 = "2026-01-05T11:30:00.000Z";
const TOMORROW_9 = "2026-01-06T09:00:00.000Z";

const start = async () => {
  const world = await createWorld({ now: MONDAY_9 });
  return { world, ada: await world.as("ada") };
};
const dueAtNoon = {
  title: "call",
  due_on: "2026-01-05",
  due_time: "12:00",
  time_zone: "UTC",
  reminders: [{ minutes_before: 30 }],
} satisfies InputOf<"add_task">;

/** A write, and what of the reminder at half past eleven is scheduled after it. */
const writes: [string, (ada: Person) => Promise<unknown>, string[]][] = [
  ["a change of other fields", (ada) => ada.update_task({ task_id: 1, title: "ring" }), [HALF_PAST_11]],
  ["completing", (ada) => ada.complete_task({ task_id: 1 }), []],
  ["completing several", (ada) => ada.complete_tasks({ task_ids: [1] }), []],
  [
    "completing and reopening",
    async (ada) => {
      await ada.complete_task({ task_id: 1 });
      await ada.reopen_task({ task_id: 1 });
    },
    [HALF_PAST_11],
  ],
  ["deleting", (ada) => ada.delete_task({ task_id: 1 }), []],
  [
    "deleting and restoring",
    async (ada) => {
      await ada.delete_task({ task_id: 1 });
      await ada.restore_task({ task_id: 1 });
    },
    [HALF_PAST_11],
  ],
  [
    "deleting several, and an undo",
    async (ada) => {
      await ada.delete_tasks({ task_ids: [1] });
      await ada.undo();
    },
    [HALF_PAST_11],
  ],
  ["an undo of adding it", (ada) => ada.undo(), []],
  [
    "an undo and a redo",
    async (ada) => {
      await ada.undo();
      await ada.redo();
    },
    [HALF_PAST_11],
  ],
  [
    "another time",
    (ada) => ada.update_task({ task_id: 1, due_time: "13:00", time_zone: "UTC" }),
    ["2026-01-05T12:30:00.000Z"],
  ],
  [
    "another zone",
    (ada) => ada.update_task({ task_id: 1, due_time: "12:00", time_zone: "America/New_York" }),
    ["2026-01-05T16:30:00.000Z"],
  ],
  [
    "another date",
    (ada) => ada.reschedule_tasks({ task_ids: [1], due_on: "2026-01-06" }),
    ["2026-01-06T11:30:00.000Z"],
  ],
  ["no date", (ada) => ada.update_task({ task_id: 1, clear: ["due_on"] }), []],
  [
    "no date and one again",
    async (ada) => {
      await ada.reschedule_tasks({ task_ids: [1], clear: true });
      await ada.update_task({ task_id: 1, due_on: "2026-01-06" });
    },
    ["2026-01-06T08:30:00.000Z"],
  ],
  [
    "a time that is too near",
    (ada) => ada.update_task({ task_id: 1, due_time: "09:10", time_zone: "UTC" }),
    [],
  ],
  [
    "other reminders",
    (ada) =>
      ada.update_task({ task_id: 1, reminders: [{ minutes_before: 0 }, { days_before: 0, time: "10:00" }] }),
    ["2026-01-05T10:00:00.000Z", NOON],
  ],
  ["no reminders", (ada) => ada.update_task({ task_id: 1, clear: ["reminders"] }), []],
  [
    "a snooze",
    (ada) => ada.snooze_reminder({ task_id: 1, minutes: 60 }),
    ["2026-01-05T10:00:00.000Z", HALF_PAST_11],
  ],
  [
    "another snooze",
    async (ada) => {
      await ada.snooze_reminder({ task_id: 1, minutes: 60 });
      await ada.snooze_reminder({ task_id: 1, until: NOON });
    },
    [HALF_PAST_11, NOON],
  ],
  [
    "a snooze and an undo",
    async (ada) => {
      await ada.snooze_reminder({ task_id: 1, minutes: 60 });
      await ada.undo();
    },
    [HALF_PAST_11],
  ],
  [
    "quiet hours",
    (ada) => ada.update_profile({ quiet_hours: { from: "11:00", until: "11:45" } }),
    ["2026-01-05T11:45:00.000Z"],
  ],
  [
    "quiet hours that are cleared",
    async (ada) => {
      await ada.update_profile({ quiet_hours: { from: "11:00", until: "11:45" } });
      await ada.update_profile({ clear: ["quiet_hours"] });
    },
    [HALF_PAST_11],
  ],
  [
    "the assistant's deletion",
    async (ada) => {
      const { approvals } = await ada.chat({ message: "delete call" });
      await ada.answerApproval(approvals[0]!.id, { decision: "approve" });
    },
    [],
  ],
];

describe("the schedule is true after", () => {
  test.each(writes)("%s", async (_, write, expected) => {
    const { world, ada } = await start();
    await ada.add_task(dueAtNoon);

    await write(ada);

    expect(await scheduledFor(world, ada)).toEqual(expected);
  });
});

describe("a task with a date alone", () => {
  const dated = { title: "pay", due_on: "2026-01-06", reminders: [{ minutes_before: 0 }] };

  test.each<[string, InputOf<"update_profile">, string]>([
    ["is due at nine", {}, TOMORROW_9],
    ["is due when the person's days begin", { all_day_time: "07:30" }, "2026-01-06T07:30:00.000Z"],
    ["is due where the person is", { time_zone: "Asia/Karachi" }, "2026-01-06T04:00:00.000Z"],
  ])("%s", async (_, profile, expected) => {
    const { world, ada } = await start();
    await ada.add_task(dated);
    await ada.update_profile(profile);
    expect(await scheduledFor(world, ada)).toEqual([expected]);
  });

  test("is due where the person was when their moving is undone", async () => {
    const { world, ada } = await start();
    await ada.add_task(dated);
    const { undo } = await ada.update_profile({ time_zone: "Asia/Karachi" });
    await ada.undo({ undo });
    expect(await scheduledFor(world, ada)).toEqual([TOMORROW_9]);
  });
});

describe("a person who moves", () => {
  const moves = async (travel: "keep" | "follow") => {
    const { world, ada } = await start();
    await ada.add_task(dueAtNoon);
    await ada.add_task({ ...dueAtNoon, title: "elsewhere", time_zone: "Europe/Berlin" });
    const { undo } = await ada.update_profile({ time_zone: "America/New_York", travel });
    return { world, ada, undo };
  };

  test("leaves times where they are", async () => {
    const { world, ada } = await moves("keep");
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-05T10:30:00.000Z", HALF_PAST_11]);
  });

  test("takes the times of their old zone along, and no others", async () => {
    const { world, ada } = await moves("follow");
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-05T10:30:00.000Z", "2026-01-05T16:30:00.000Z"]);
    expect((await ada.list_tasks()).tasks.map(({ time_zone }) => time_zone)).toEqual([
      "America/New_York",
      "Europe/Berlin",
    ]);
  });

  test("has it all back with one undo", async () => {
    const { world, ada, undo } = await moves("follow");
    await ada.undo({ undo });
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-05T10:30:00.000Z", HALF_PAST_11]);
    expect((await ada.get_profile()).time_zone).toBe("UTC");
  });
});

describe("the digest", () => {
  test("is scheduled for its next time, and moves with the person", async () => {
    const { world, ada } = await start();
    await ada.update_profile({ digest_at: "08:00" });
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-06T08:00:00.000Z"]);
    await ada.update_profile({ time_zone: "America/New_York" });
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-05T13:00:00.000Z"]);
    await ada.update_profile({ clear: ["digest_at"] });
    expect(await scheduledFor(world, ada)).toEqual([]);
  });
});

test("what is over is decided by the database's clock, however wrong that of the process that writes", async () => {
  const { world, ada } = await start();
  const { id } = await ada.add_task({ title: "call" });
  const { follow } = createFollower(() => {}, undefined);
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  // The second is to come by the world's clock alone.
  const reminders = [inAnHour, TOMORROW_9].map((at) => ({ id: crypto.randomUUID(), at }));

  await follow(world.database, { space_id: ada.id }, [
    { entity: "task", before: null, after: task({ id, reminders }) },
  ]);

  expect(await scheduledFor(world, ada)).toEqual([inAnHour]);
});

describe("whether the schedule is looked at for", () => {
  const { concerns } = createFollower(() => {}, undefined);
  const now = new Date(MONDAY_9);
  const reminding = task({ reminders: [{ id: "a", minutes_before: 5 }] });

  test.each<[string, boolean, Change[]]>([
    ["a new task without reminders", false, [{ entity: "task", before: null, after: task() }]],
    [
      "another date of a task without reminders",
      false,
      changed("task", task(), { due_on: "2026-01-06" }, now),
    ],
    ["another title of a task with reminders", false, changed("task", reminding, { title: "eggs" }, now)],
    ["a new label", false, [{ entity: "label", before: null, after: { ...task(), name: "red" } }]],
    ["a new task with reminders", true, [{ entity: "task", before: null, after: reminding }]],
    [
      "one among many",
      true,
      [
        { entity: "task", before: null, after: task() },
        ...changed("task", reminding, { completed_at: NOON }, now),
      ],
    ],
  ])("%s", (_, expected, changes) => {
    expect(concerns(changes)).toBe(expected);
  });
});

function task(fields: Partial<TaskRow> = {}): TaskRow {
  return {
    id: "00000000-0000-7000-8000-000000000000",
    number: 1,
    title: "milk",
    description: "",
    priority: "none",
    label_ids: [],
    list_id: null,
    parent_id: null,
    due_on: "2026-01-05",
    due_time: null,
    time_zone: null,
    position: "h00000001",
    completed_at: null,
    deleted_at: null,
    series_id: null,
    occurrence: null,
    recurrence: null,
    later: null,
    reminders: [],
    created_at: MONDAY_9,
    updated_at: MONDAY_9,
    version: 1,
    ...fields,
  };
}
