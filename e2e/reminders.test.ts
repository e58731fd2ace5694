/** What comes back and what is told: rules in words, occurrences, cards in the window, notifications past it. */
import { randomUUID } from "node:crypto";
import type { Client } from "@todo/contract/client";
import type { Task } from "@todo/contract/tasks";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { arrive, openAnother, openPage, refusedWhenSigningOut, signUp } from "./browser.ts";
import { notificationsOf, preparePush } from "./notifications.ts";

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());

const inASecond = () => new Date(Date.now() + 1_000).toISOString();

/** Due at once, as far as the reminder goes. One that a busy server hears of when it is over never comes, so it gets another. */
async function remindNow(client: Client, title: string): Promise<Task> {
  let at = inASecond();
  let task: Task = await client.add_task({ title, due_on: today(), reminders: [{ at }] });
  while (task.updated_at >= at) {
    at = inASecond();
    task = await client.update_task({ task_id: task.id, reminders: [{ at }] });
  }
  return task;
}

describe("a task that comes back", () => {
  const standUp = () => ({ title: "Stand-up", due_on: today(), recurrence: { rrule: "FREQ=DAILY" } });

  test("gets its rule in words, shows its dates, and its next one when it is completed", async () => {
    const page = await openPage();
    await signUp(page, { at: "/?task=1", tasks: [{ title: "Water the plants" }] });
    const panel = page.getByRole("dialog", { name: "Task 1" });
    await panel.getByRole("button", { name: "Doesn't repeat" }).click();
    const sheet = page.getByRole("dialog", { name: "When it repeats" });
    await sheet.getByLabel("In your words").fill("every tuesday");
    await sheet.getByRole("list", { name: "The next dates" }).getByText(/^Tue/).nth(4).waitFor();
    await sheet.getByRole("button", { name: "Save" }).click();
    await page.getByText("“Water the plants” repeats: every week on Tuesday.").waitFor();
    await panel.getByRole("list", { name: "Then" }).getByText(/^Tue/).first().waitFor();

    await panel.getByRole("checkbox", { name: "Complete “Water the plants”" }).click();
    await page.getByText(/^Done\. Next: Tue \d+ \w+\.$/).waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await page.getByText("Undone: Completed “Water the plants”").waitFor();
    await panel.getByRole("button", { name: "Show history" }).click();
    await panel.getByText("Repeats: from never to every week on Tuesday").waitFor();
  });

  test("asks which occurrences a change is for, and changes nothing before", async () => {
    const page = await openPage();
    const client = await signUp(page, { at: "/?task=1", tasks: [standUp()] });
    const title = page.getByRole("dialog", { name: "Task 1" }).getByLabel("Title");
    const question = page.getByRole("dialog", { name: "Change which ones?" });

    await title.fill("Stand-up with guests");
    await title.press("Enter");
    await question.getByRole("button", { name: "Leave it as it was" }).click();
    await expect.poll(() => title.inputValue()).toBe("Stand-up");

    await title.fill("Stand-up with guests");
    await title.press("Enter");
    await question.getByRole("button", { name: "This one", exact: true }).click();
    await expect.poll(() => title.inputValue()).toBe("Stand-up with guests");
    await expect.poll(() => client.get_task({ task_id: 1 })).toMatchObject({ title: "Stand-up with guests" });

    await page.getByRole("checkbox", { name: "Complete “Stand-up with guests”" }).last().click();
    await page.getByRole("list", { name: "Tasks" }).getByText("Stand-up", { exact: true }).waitFor();
  });

  test("is skipped, and stops", async () => {
    const page = await openPage();
    await signUp(page, { at: "/?task=1", tasks: [standUp()] });
    await page.getByRole("button", { name: "Skip this one" }).click();
    await page.getByText(/^Skipped\. Next: /).waitFor();
    await page.getByRole("button", { name: "Stop repeating" }).click();
    await page.getByRole("button", { name: "Doesn't repeat" }).waitFor();
  });
});

describe("a reminder", () => {
  test("is set in the panel and says when it comes", async () => {
    const page = await openPage();
    const due = { due_on: "2030-05-01", due_time: "17:00", time_zone: "Europe/Berlin" };
    await signUp(page, { at: "/all?task=1", tasks: [{ title: "Call mom", ...due }] });
    await page.getByRole("button", { name: "Add a reminder" }).click();
    await page.getByRole("menuitem", { name: "10 minutes before" }).click();
    await page.getByText("comes 1 May 2030, 16:50").waitFor();
    await page.getByRole("button", { name: "Remove the reminder “10 minutes before”" }).click();
    await page.getByText("No reminders").waitFor();
  });

  test("is answered over an open panel on a phone, and the panel stays", async () => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { number } = await remindNow(await arrive(page), "Call mom");
    await page.goto(`/?task=${number}`);
    const card = page.getByRole("article", { name: "Reminder" });
    await card.getByRole("button", { name: "Dismiss" }).tap();
    await card.waitFor({ state: "detached" });
    await page
      .getByRole("dialog", { name: `Task ${number}` })
      .getByLabel("Title")
      .waitFor();
  });

  test("outlives a reload, until it is answered", async () => {
    const page = await openPage();
    const client = await signUp(page);
    await remindNow(client, "Call mom");
    const card = page.getByRole("article", { name: "Reminder" });
    await card.waitFor();
    await page.reload();
    await card.getByRole("button", { name: "Dismiss" }).click();
    await remindNow(client, "Call dad");
    await page.reload();
    await card.getByText("Call dad").waitFor();
    expect(await card.count()).toBe(1);
  });

  test("that came stands in the task's history, and stays there when it is removed", async () => {
    const page = await openPage();
    const { number } = await remindNow(await arrive(page), "Call mom");
    await page.goto(`/?task=${number}`);
    const panel = page.getByRole("dialog", { name: `Task ${number}` });
    await panel.getByRole("button", { name: "Show history" }).click();
    const told = panel.getByText("Reminder shown where Todo was open");
    await told.waitFor();
    await panel.getByRole("button", { name: /^Remove the reminder/ }).click();
    await panel.getByText("No reminders").waitFor();
    await told.waitFor();
  });

  test("shows in one of two windows, and goes from both when it is answered", async () => {
    const page = await openPage();
    const client = await signUp(page);
    const other = await openAnother(page);
    await other.goto("/");
    const { id } = await remindNow(client, "Call mom");
    const cardIn = (one: Page) => one.getByRole("article", { name: "Reminder" });
    const appearsIn = async (one: Page) => {
      await cardIn(one).waitFor();
      return one;
    };
    const shown = await Promise.any([page, other].map(appearsIn));
    const hidden = shown === page ? other : page;
    expect(await cardIn(hidden).count()).toBe(0);

    await cardIn(shown).getByRole("button", { name: "Snooze 10 min" }).click();
    await shown.getByText("Reminding you again in 10 minutes.").waitFor();
    await cardIn(shown).waitFor({ state: "detached" });
    expect(await cardIn(hidden).count()).toBe(0);
    const { reminders } = await client.get_task({ task_id: id });
    expect(reminders).toContainEqual(expect.objectContaining({ snoozed: true }));
  });
});

describe("notifications", () => {
  const withWorker = { serviceWorkers: "allow" } as const;

  const turnOn = async (page: Page) => {
    await page.getByRole("button", { name: "Turn on in this browser" }).click();
    await page.getByText("Notifications are on in this browser.").waitFor();
  };

  test("are asked for on a click alone, and are given back", async () => {
    const page = await openPage(withWorker);
    await preparePush(page);
    await signUp(page, { at: "/settings" });
    await page.getByRole("button", { name: "Turn on in this browser" }).waitFor();
    expect(await page.evaluate(() => window.timesAsked)).toBe(0);
    await turnOn(page);
    expect(await page.evaluate(() => window.timesAsked)).toBe(1);

    // Of this browser the palette offers what its menu does.
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("option", { name: "Turn notification channel off" }).click();
    await page.getByText(/^Browser · this browser · off/).waitFor();
    await page.getByRole("button", { name: "More for Chrome, Linux" }).click();
    await page.getByRole("menuitem", { name: "Remove notification channel" }).click();
    await page.getByText("No browser is turned on.").waitFor();
  });

  test("stop in this browser when the person signs out", async () => {
    const page = await openPage({ ...withWorker, ignored: [refusedWhenSigningOut] });
    await preparePush(page);
    await signUp(page, { at: "/settings" });
    await turnOn(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    const isSubscribed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.pushManager.getSubscription()) !== null;
    });
    expect(isSubscribed).toBe(false);
  });

  test("that the browser refuses are explained", async () => {
    const page = await openPage(withWorker);
    await preparePush(page, "denied");
    await signUp(page, { at: "/settings" });
    await page.getByRole("button", { name: "Turn on in this browser" }).click();
    await page.getByRole("alert").getByText("Allow notifications for this address").waitFor();
  });

  const messageOf = (task: Task, title: string) => ({
    id: randomUUID(),
    kind: "reminder",
    title,
    body: "today",
    url: `/today?task=${task.number}`,
    late: false,
    language: "en",
    task: { id: task.id, number: task.number },
  });

  test("are shown while no window is open, and answered without opening one", async () => {
    const page = await openPage(withWorker);
    await preparePush(page);
    const client = await signUp(page, { at: "/settings" });
    await turnOn(page);
    const task = await client.add_task({ title: "Call mom", due_on: today() });
    const notifications = await notificationsOf(page);
    const { href } = new URL(page.url());
    await page.goto("about:blank");

    const first = messageOf(task, "Call mom");
    await notifications.push(first);
    expect(await notifications.shown(first.id)).toEqual({
      title: "Call mom",
      body: "today",
      tag: first.id,
      actions: ["complete", "snooze"],
    });
    await notifications.touch(first.id, "snooze");

    const second = messageOf(task, "Call mom");
    await notifications.push(second);
    await notifications.shown(second.id);
    await notifications.touch(second.id, "complete");

    await page.goto(href);
    const now = await client.get_task({ task_id: task.id });
    expect(now.status).toBe("completed");
    expect(now.reminders).toContainEqual(expect.objectContaining({ snoozed: true }));
  });

  test("become a card where somebody is looking, and a touch of one opens its task there", async () => {
    const page = await openPage(withWorker);
    await preparePush(page);
    const client = await signUp(page, { at: "/settings" });
    await turnOn(page);
    const task = await client.add_task({ title: "Call mom", due_on: today() });
    const notifications = await notificationsOf(page);

    await page.bringToFront();
    const message = messageOf(task, "Call mom");
    await notifications.push(message);
    const card = page.getByRole("article", { name: "Reminder" });
    await card.getByText("Call mom").waitFor();
    await card.getByRole("button", { name: "Dismiss" }).click();
    await card.waitFor({ state: "detached" });

    const sample = { ...messageOf(task, "Call mom"), kind: "test" };
    await notifications.push(sample);
    await notifications.shown(sample.id);
    await notifications.touch(sample.id);
    await page.getByRole("dialog", { name: `Task ${task.number}` }).waitFor();
  });
});

test("a program's signing secret is shown once", async () => {
  const page = await openPage();
  await signUp(page, { at: "/settings" });
  await page.getByRole("button", { name: "Add a program" }).click();
  await page.getByLabel("Its address (https)").fill("https://hooks.example.com/todo");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  expect(await page.getByLabel("Signing secret").inputValue()).toMatch(/^whsec_/);
  await page.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await page.getByText("hooks.example.com", { exact: true }).waitFor();
  expect(await page.getByText("whsec_").count()).toBe(0);
});
