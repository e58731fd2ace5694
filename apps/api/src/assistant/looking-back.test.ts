/** What people say of what is over, of facts, of lists out of the way and of parts of tasks, through the whole server. */
import { expect, test } from "vitest";
import { answerTo } from "../testing/conversation.ts";
import { newPeople } from "../testing/people.ts";
import { createWorld, type Person } from "../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });

const withTasks = newPeople(world, [
  { title: "Water the plants", due_on: "2026-11-23" },
  { title: "Dentist", due_on: "2026-11-27", due_time: "15:00" },
  { title: "Packing" },
  { title: "Call mom" },
  { title: "Report" },
  { title: "Milk", list: "Groceries" },
  { title: "Feed the cat", due_on: "2026-11-23", recurrence: { rrule: "FREQ=DAILY" } },
]);

/** At ten in the morning in Berlin, on a Monday. */
async function somebody(): Promise<Person> {
  const person = await withTasks();
  await person.complete_tasks({ task_ids: [4, 7] });
  await person.delete_task({ task_id: 6 });
  return person;
}

test.each<[string[], string | RegExp]>([
  [["bring back call mom"], "Reopened Call mom."],
  [["bring back milk"], "Restored Milk."],
  [["bring back the opera"], "I couldn't find opera in the trash."],
  [
    ["create a list called Trip to Rome with tickets and hotel", "what's left for Rome?"],
    "You have 2 pending tasks in Trip to Rome:\n1. tickets\n2. hotel",
  ],
  [["add hotel and tickets", "I got the hotel"], "Completed hotel."],
  [["add hotel and tickets", "got the hotel and the tickets"], "Completed 2 tasks: hotel and tickets."],
  [["show everything"], /^You have 7 tasks:\n1\. /],
  [["milk, eggs, bread"], "Shall I add “milk”, “eggs” and “bread” to your tasks?"],
  [["milk, eggs, bread", "yes"], "Added milk, eggs and bread."],
  [["milk, eggs, bread", "yes", "undo"], "Took back adding milk, eggs and bread."],
  [["milk\neggs\noat milk", "yes"], "Added milk, eggs and oat milk."],

  [["add a subtask to packing: passport"], "Added passport below Packing."],
  [["add passport and charger under packing"], "Added passport and charger below Packing."],
  [["break packing into passport, charger and socks"], "Added passport, charger and socks below Packing."],
  [["add a sub-task passport to packing"], "Added passport below Packing."],
  [["add pack", "add a subtask to it: passport"], "Added passport below pack."],
  [["add milk under shopping"], "Added milk to shopping."],
  [["add milk under groceries"], "Added milk to Groceries."],
  [["add a subtask to camping: tent"], "I couldn't find a task called camping."],

  [["archive the groceries list"], "Archived the list Groceries."],
  [["archive groceries", "show archived lists"], "You have 1 archived list:\n1. Groceries (0 pending)"],
  [["archive groceries", "unarchive the groceries list"], "Brought back the list Groceries."],
  [["archive groceries", "undo"], "Took back archiving the list Groceries."],
  [["archive the holiday list"], /^There is no list/],
  [["show archived lists"], "You have no archived lists."],

  [["what's in the trash"], "You have 1 task in the trash:\n1. Milk (in Groceries)"],
  [["what's in the trash?", "restore the first one"], "Restored Milk."],
  [["restore the milk task"], "Restored Milk."],
  [["restore the milk task", "what's in the trash"], "There is nothing in the trash."],
  [["empty the trash"], /^There is 1 task in the trash\. Emptying it can't be taken back/],
  [["restore milk", "empty the trash"], "The trash is empty already."],

  [["what did I do today?"], "You have 2 tasks completed today:\n1. Call mom\n2. Feed the cat (today)"],
  [
    ["what changed today?"],
    /^4 changes today:\n1\. Deleted Milk \(today at 10:00\)\n2\. Completed Call mom and Feed the cat \(.*\)\n3\. Added Water the plants, Dentist, .*\n4\. Changed your profile \(/,
  ],
  [["what changed yesterday?"], "Nothing was changed yesterday."],
  [["when did I complete call mom?"], "You completed Call mom today at 10:00."],
  [["when did I finish the report?"], "Not yet. Report is still open."],
  [["did i call mom?"], "You completed Call mom today at 10:00."],
  [["did I water the plants?"], "Not yet. Water the plants is still open, due today."],
  [["have I fed the cat?"], "You completed Feed the cat today at 10:00. It is due again tomorrow."],
  [["did i lock the doors?"], "I found no task that this could be about, so I left everything as it is."],

  [["plants watered"], "Completed Water the plants."],
  [["the plants are watered", "undo"], "Took back completing Water the plants."],
  [["report finished"], "Completed Report."],
  [["dentist moved to monday"], "Moved Dentist to Monday, 30 November at 15:00."],
  [["I moved the dentist to thursday at 4pm"], "Moved Dentist to Thursday, 26 November at 16:00."],
  [["sink fixed"], "I found no task that this could be about, so I left everything as it is."],
  [["mom called"], "Call mom is already done."],

  [["gym mon wed fri 6pm"], "Added gym for today at 18:00, every week on Monday, Wednesday and Friday."],
])("%j", async (sentences, expected) => {
  const person = await somebody();
  const response = await answerTo(person, sentences);

  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatch(expected);
});
