import { describe, expect, test } from "vitest";
import { failureOf, notificationOf, unreadable } from "./notification.ts";
import { isPushMessage, isWorkerMessage, type PushMessage } from "./push-message.ts";

const message: PushMessage = {
  id: "0197c0de-0000-7000-8000-000000000000",
  kind: "reminder",
  title: "Call mom",
  body: "today at 17:00",
  url: "/today?task=3",
  late: false,
  language: "en",
  task: { id: "0197c0de-0000-7000-8000-000000000001", number: 3 },
};

test("a reminder can be answered without opening anything", () => {
  const { title, options } = notificationOf(message);
  expect(title).toBe("Call mom");
  expect(options).toMatchObject({
    body: "today at 17:00",
    tag: message.id,
    actions: [
      { action: "complete", title: "Complete" },
      { action: "snooze", title: "Snooze 10 min" },
    ],
  });
});

test("what isn't about one task has nothing to answer", () => {
  expect(notificationOf({ ...message, kind: "digest", task: null }).options.actions).toEqual([]);
});

test("it speaks the person's language, in its direction", () => {
  const { options } = notificationOf({ ...message, language: "ur" });
  expect(options).toMatchObject({ lang: "ur", dir: "rtl" });
  expect(options.actions[0]?.title).toBe("مکمل");
});

test("a language that came after this worker is English around the reminder", () => {
  const { title, options } = notificationOf({ ...message, language: "tlh" });
  expect([title, options.body, options.actions[0]?.title]).toEqual([
    "Call mom",
    "today at 17:00",
    "Complete",
  ]);
});

test("what can't be read is told in the browser's language", () => {
  expect(unreadable("ur-PK")).toBe(unreadable("ur"));
  expect(unreadable("tlh-AQ")).toBe(unreadable("en"));
});

test("an answer that didn't arrive is told in the place of the reminder", () => {
  expect(failureOf(message, "complete").options).toMatchObject({
    tag: message.id,
    body: "That didn't arrive. Open the task to complete it.",
    renotify: true,
  });
});

describe("what is pushed", () => {
  test("is taken when it is whole", () => {
    expect(isPushMessage({ ...message, tag: message.id })).toBe(true);
    expect(isWorkerMessage({ type: "notice", message })).toBe(true);
  });

  test.each([
    ["nothing", undefined],
    ["no title", { ...message, title: undefined }],
    ["a kind that isn't known", { ...message, kind: "advert" }],
    ["no language", { ...message, language: undefined }],
    ["half a task", { ...message, task: { id: "x" } }],
    ["another site's address", { ...message, url: "//example.com/" }],
    ["a script", { ...message, url: "javascript:alert(1)" }],
  ])("is refused with %s", (_, content) => {
    expect(isPushMessage(content)).toBe(false);
    expect(isWorkerMessage({ type: "notice", message: content })).toBe(false);
  });
});
