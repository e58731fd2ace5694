import type { Task } from "@todo/contract/tasks";
import { beforeEach, expect, test } from "vitest";
import { openWindow } from "../../testing/window.ts";
import { conflicts } from "../conflicts/conflict-store.ts";
import { saveRule } from "./save-rule.ts";

const MONDAY = "2099-01-05";
const rule = { rrule: "FREQ=DAILY" };
const inWords = (one: { rrule?: string | undefined } | null) => one?.rrule ?? "never";

async function openTask() {
  const { ada, show, t } = await openWindow();
  const [task] = await show("water the plants");
  if (!task) throw new Error("There is no task.");
  const seen = await ada.update_task({ task_id: task.id, due_on: MONDAY });
  const wantedAgainFor: Task[] = [];
  const save = () => saveRule({ seen, rule, inWords, again: (current) => wantedAgainFor.push(current) });
  const viewpoint = { now: new Date("2099-01-05T09:00:00Z"), zone: "Europe/Berlin", locale: "en", t };
  return { ada, seen, save, wantedAgainFor, viewpoint };
}

beforeEach(() => conflicts.set([]));

test("a rule stands beside what others changed but the dates", async () => {
  const { ada, seen, save } = await openTask();
  await ada.update_task({ task_id: seen.id, title: "water the cactus" });
  expect(await save()).toMatchObject({ title: "water the cactus", recurrence: rule });
});

test("where others gave another rule or day, both are shown and nothing is gone over", async () => {
  const { ada, seen, save, wantedAgainFor, viewpoint } = await openTask();
  const theirs = { due_on: "2099-01-06", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" } };
  await ada.update_task({ task_id: seen.id, ...theirs });

  await expect(save()).rejects.toMatchObject({ name: "AtOdds" });

  expect(await ada.get_task({ task_id: seen.id })).toMatchObject(theirs);
  const [waiting] = conflicts.get();
  expect(waiting?.fields(viewpoint)).toEqual([
    { name: "Repeats", mine: "FREQ=DAILY", theirs: "FREQ=WEEKLY;BYDAY=TU" },
    { name: "Due", mine: "today", theirs: "tomorrow" },
  ]);
  waiting?.keepMine();
  expect(wantedAgainFor).toMatchObject([theirs]);
});
