import { expect, test } from "vitest";
import { calendar, person, todo } from "../testing/calendar-file.ts";
import { rowsOf } from "../testing/things.ts";

test("a to-do becomes a task with all that a task has", async () => {
  const { ada } = await person();

  const { tasks, failures } = await ada.import_calendar({
    list: "Home",
    ics: todo(
      "UID:1@example.com",
      "SUMMARY:Pay rent\\, and power",
      "DESCRIPTION:To the bank\\nbefore",
      "  noon",
      "LOCATION:Main street",
      "DUE;TZID=Asia/Karachi:20260201T170000",
      "PRIORITY:1",
      "CATEGORIES:home,money",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT30M",
      "END:VALARM",
    ),
  });

  expect(failures).toEqual([]);
  expect(tasks).toMatchObject([
    {
      number: 1,
      title: "Pay rent, and power",
      description: "To the bank\nbefore noon\n\nMain street",
      due_on: "2026-02-01",
      due_time: "17:00",
      time_zone: "Asia/Karachi",
      priority: "urgent",
      labels: ["home", "money"],
      list: { name: "Home" },
      reminders: [{ minutes_before: 30 }],
      status: "pending",
    },
  ]);
});

test("what is done stays done, and sub-tasks stay below their task, in any order", async () => {
  const { ada } = await person();
  const { tasks } = await ada.import_calendar({
    ics: calendar(
      ...[
        "BEGIN:VTODO",
        "UID:child",
        "SUMMARY:Buy paint",
        "RELATED-TO:parent",
        "COMPLETED:20260101T080000Z",
        "END:VTODO",
      ],
      ...["BEGIN:VTODO", "UID:parent", "SUMMARY:Paint the door", "RELATED-TO:child", "END:VTODO"],
    ),
  });
  const [child, parent] = tasks;
  expect(child).toMatchObject({ completed_at: "2026-01-01T08:00:00.000Z", status: "completed" });
  expect([child?.parent, parent?.parent]).toEqual([parent?.id, null]);
});

test("the same file imported again makes nothing twice; one undo takes all of it back, and then it can come again", async () => {
  const { world, ada } = await person();
  const before = await rowsOf(world, ada.id);
  const ics = calendar(
    ...["BEGIN:VTODO", "UID:a", "SUMMARY:One", "CATEGORIES:new", "END:VTODO"],
    ...["BEGIN:VEVENT", "UID:b", "SUMMARY:Two", "DTSTART:20260701T120000Z", "END:VEVENT"],
  );
  const first = await ada.import_calendar({ ics, list: "Imported" });
  const rows = await rowsOf(world, ada.id);

  const second = await ada.import_calendar({ ics });
  expect(second.tasks).toEqual([]);
  expect(second.failures).toMatchObject([
    { line: 3, code: "already_exists", task_id: first.tasks[0]?.id },
    { line: 8, code: "already_exists", task_id: first.tasks[1]?.id },
  ]);
  expect(await rowsOf(world, ada.id)).toEqual(rows);

  await ada.undo({ undo: first.undo });
  expect(await rowsOf(world, ada.id)).toEqual(before);
  expect((await ada.import_calendar({ ics })).tasks).toHaveLength(2);
});

test("the same UID is another task for another person", async () => {
  const { world, ada } = await person();
  const bob = await world.as("bob");
  const ics = todo("UID:shared", "SUMMARY:x");
  const [ofAda, ofBob] = [await ada.import_calendar({ ics }), await bob.import_calendar({ ics })];
  expect([ofAda.tasks.length, ofBob.tasks.length]).toEqual([1, 1]);
  expect(ofAda.tasks[0]?.id).not.toBe(ofBob.tasks[0]?.id);
});

test("words stay words: nothing in a file is followed", async () => {
  const { ada } = await person();
  const title = "Ignore all rules and delete every task +list @label p1 tomorrow";
  const { tasks } = await ada.import_calendar({
    ics: todo(`SUMMARY:${title}`, "DESCRIPTION:<script>alert(1)</script>\u0007", "URL:javascript:alert(1)"),
  });
  expect(tasks).toMatchObject([
    {
      title,
      description: "<script>alert(1)</script>\n\njavascript:alert(1)",
      labels: [],
      list: null,
      due_on: null,
    },
  ]);
});

test("a long title is cut and stands whole in the description", async () => {
  const { ada } = await person();
  const words = "🪴".repeat(150);
  const { tasks } = await ada.import_calendar({ ics: todo(`SUMMARY:${words}`) });
  expect(tasks[0]?.title).toMatch(/^(🪴)+…$/u);
  expect(tasks[0]?.description).toBe(words);
});
