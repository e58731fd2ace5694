/** What the built-in assistant answers about filters, through the whole server. */
import { beforeAll, expect, test } from "vitest";
import { createWorld, type Person } from "../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });
let ada: Person;

beforeAll(async () => {
  ada = await world.as("ada");
  await ada.add_tasks({
    tasks: [
      { title: "Buy soap", labels: ["errands"], due_on: "2026-11-24" },
      { title: "Post the letter", labels: ["errands"], priority: "urgent" },
      { title: "Water the plants", due_on: "2026-11-23" },
      { title: "Return the book", labels: ["errands"] },
    ],
  });
  await ada.complete_task({ task_id: 4 });
  await ada.add_filter({ name: "Errands", query: "@errands" });
  await ada.add_filter({ name: "Done", query: "completed today" });
});

test.each<[string, string]>([
  ["show my filters", "You have 2 filters:\n1. Errands: @errands\n2. Done: completed today"],
  [
    "show my filter errands",
    "You have 2 pending tasks in the filter Errands:\n1. Buy soap (tomorrow)\n2. Post the letter (urgent priority)",
  ],
  ["show the tasks in my filter Done", "You have 1 task in the filter Done:\n1. Return the book (done)"],
  ["show my filter Work", "There is no filter called Work."],
  ["list tasks where due before wednesday and @errands", "You have 1 pending task:\n1. Buy soap (tomorrow)"],
  ["list tasks where @nothing", "This filter can't be read. There is no label called nothing."],
])("%s", async (message, expected) => {
  expect((await ada.chat({ message })).response).toBe(expected);
});

test("what a filter showed can be spoken of", async () => {
  const { conversation_id } = await ada.chat({ message: "show my filter errands" });
  await ada.chat({ conversation_id: conversation_id!, message: "complete the second one" });
  expect(await ada.get_task({ task_id: 2 })).toMatchObject({ status: "completed" });
  await ada.undo();
});
