/** What people say and what the built-in assistant answers, through the whole server. */
import { expect, test } from "vitest";
import { answerTo } from "../testing/conversation.ts";
import { newPeople } from "../testing/people.ts";
import { createWorld, type Person } from "../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });

const withTasks = newPeople(world, [
  { title: "Team meeting", due_on: "2026-11-24", due_time: "09:00" },
  { title: "Standup meeting", due_on: "2026-11-25", due_time: "09:30" },
  { title: "Pay bills" },
  { title: "Call mom" },
  {
    title: "Water the plants",
    list: "Home",
    due_on: "2026-11-23",
    priority: "high",
    labels: ["garden", "summer"],
  },
]);

/** Somebody with a handful of tasks, at ten in the morning in Berlin, on a Monday. */
async function somebody(): Promise<Person> {
  const person = await withTasks();
  await person.complete_task({ task_id: 4 });
  return person;
}

const HELP = /I can add tasks, show them, complete/;

test.each<[string, string | RegExp]>([
  ["Add a task to buy groceries", "Added buy groceries."],
  ["I need to remember to pay rent", "Added pay rent."],
  [
    "remind me to stretch tomorrow at 7am",
    "Added stretch for tomorrow at 07:00, with a reminder when it's due.",
  ],
  ["add milk and eggs to Groceries", "Added milk and eggs to Groceries."],
  [
    "Show me all my tasks",
    /^You have 5 tasks:\n1\. Team meeting \(tomorrow at 09:00\)\n[\s\S]*Call mom \(done\)$/,
  ],
  ["show my tasks sorted by priority", /^You have 5 tasks:\n1\. Water the plants \(/],
  ["What's pending?", /^You have 4 pending tasks:/],
  ["What have I completed?", "You have 1 completed task:\n1. Call mom"],
  [
    "what's due today?",
    "You have 1 pending task due today:\n1. Water the plants (today, in Home, high priority)",
  ],
  ["show my Home list", "You have 1 task in Home:\n1. Water the plants (today, high priority)"],
  ["what's due on Sunday?", "You have no pending tasks due Sunday, 29 November."],
  ["Mark task 3 as complete", "Completed Pay bills."],
  ["done with the plants", "Completed Water the plants."],
  ["I paid the bils", /^(Completed Pay bills\.|I didn't quite get that)/],
  ["mark call mom as done", "Call mom is already done."],
  ["reopen call mom", "Reopened Call mom."],
  ["reopen pay bills", "Pay bills isn't done yet."],
  ["complete the flurb", "I couldn't find a task called flurb."],
  ["mark task 99 as done", "There is no task with the number 99."],
  ["add a task", "What should I add?"],
  ["order a pizza", "Shall I add “order a pizza” to your tasks?"],
  ["please delete a task", "What should I delete? Tell me the task's name or its number."],
  ["Delete pay bills", "Waiting for your approval to delete Pay bills."],
  ["Delete all meetings", "Waiting for your approval to delete 2 tasks: Team meeting, Standup meeting."],
  [
    "Delete the meeting task",
    /^Which one shall I delete\?\n1\. Team meeting \(tomorrow at 09:00\)\n2\. Standup meeting \(Wednesday, 25 November at 09:30\)$/,
  ],
  [
    "complete everything",
    "Waiting for your approval to complete 4 tasks: Team meeting, Standup meeting, Pay bills, Water the plants.",
  ],
  ["Change task 1 to 'Call mom tonight'", "Task 1 is now called Call mom tonight."],
  [
    "Reschedule my morning meetings to 2 PM",
    /^Moved Team meeting to tomorrow at 14:00, and Standup meeting to Wednesday, 25 November at 14:00\.$/,
  ],
  ["move pay bills to Friday", "Moved Pay bills to Friday, 27 November."],
  ["make pay bills urgent", "Set the priority of Pay bills to urgent."],
  ["add milk and complete task 3", "Added milk. Completed Pay bills."],
  [
    "complete task 3 and delete call mom",
    "Completed Pay bills. Waiting for your approval to delete Call mom.",
  ],
  ["what's due this week?", /^You have 3 pending tasks due this week:\n/],
  ["what's due next week", "You have no pending tasks due next week."],
  ["what's due wednesday or later", /^You have 1 pending task due after tomorrow:\n1\. Standup meeting/],
  ["when is the standup due?", /^You have 1 task matching “standup”:\n1\. Standup meeting \(Wednesday/],
  ["when is task 2 due?", "You have 1 task:\n1. Standup meeting (Wednesday, 25 November at 09:30)"],
  ["when is task 99 due?", "There is no task with the number 99."],
  ["what did I finish today?", "You have 1 task completed today:\n1. Call mom"],
  ["what did I finish last week?", "You have no tasks completed last week."],
  ["push the team meeting back a week", "Moved Team meeting to Tuesday, 1 December at 09:00."],
  ["move task 2 up a day", "Moved Standup meeting to tomorrow at 09:30."],
  ["postpone the standup by an hour", "Moved Standup meeting to Wednesday, 25 November at 10:30."],
  ["bring the team meeting forward by 10 hours", "Moved Team meeting to today at 23:00."],
  [
    "push all meetings by a day",
    "Moved Team meeting to Wednesday, 25 November at 09:00. Moved Standup meeting to Thursday, 26 November at 09:30.",
  ],
  ["postpone task 99 by a day", "There is no task with the number 99."],
  [
    "move task 1 to friday and move task 2 to thursday",
    "Moved Team meeting to Friday, 27 November at 09:00. Moved Standup meeting to Thursday, 26 November at 09:30.",
  ],
  ["remove the label garden from task 5", "Labelled Water the plants with summer."],
  ["remove the label work from the plants", "Water the plants isn't labelled work."],
  ["put pay bills in Home", "Moved Pay bills to the list Home."],
  ["put pay bills on my list", "Pay bills is already there."],
  ["put buy soil in Home", "Added buy soil to Home."],
  ["complete task 3 and task 5", "Completed 2 tasks: Pay bills and Water the plants."],
  ["clear the home list", "Waiting for your approval to delete Water the plants."],
  ["show my lists", "You have 1 list:\n1. Home (1 pending)"],
  ["create a list called Work", "Made the list Work."],
  ["delete the list Home", "Waiting for your approval to delete the list Home and the tasks in it."],
  ["show my shopping list", /^(There is no list called shopping\.|You have no )/],
  ["what can you do?", HELP],
  ["hello", /^Hello/],
  ["thank you", "You're welcome."],
  ["what's the capital of France?", HELP],
  ["undo", "There is nothing to undo."],
])("%s", async (sentence, expected) => {
  const person = await somebody();

  const { response } = await person.chat({ message: sentence });

  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatch(expected);
});

test.each<[string, string[], string | RegExp]>([
  [
    "it is what was added last",
    ["add buy bread", "actually make it Friday"],
    "Moved buy bread to Friday, 27 November.",
  ],
  ["it is what was completed", ["complete pay bills", "reopen it"], "Reopened Pay bills."],
  ["the second one of a list", ["show my tasks", "complete the second one"], "Completed Standup meeting."],
  [
    "the first two of a list",
    ["show my tasks", "complete the first two"],
    "Completed 2 tasks: Team meeting and Standup meeting.",
  ],
  [
    "the last two of a list",
    ["show my meetings", "move the last two to Friday"],
    /^Moved Team meeting to Friday, .* and Standup meeting to Friday/,
  ],
  ["more than were shown", ["show my meetings", "complete the first three"], "I showed you only 2."],
  [
    "when it is due",
    ["add buy bread tomorrow", "when is it due?"],
    "You have 1 task:\n1. buy bread (tomorrow)",
  ],
  ["it, done", ["add buy bread", "it's done"], "Completed buy bread."],
  [
    "an hour for it",
    ["add buy bread tomorrow at 5pm", "make it 11"],
    /^Moved buy bread to tomorrow at 11:00\.$/,
  ],
  [
    "a choice of the first two",
    ["complete the meeting", "the first two"],
    "Completed 2 tasks: Team meeting and Standup meeting.",
  ],
  ["a choice by place", ["complete the meeting", "the second one"], "Completed Standup meeting."],
  ["a choice by number", ["complete the meeting", "1"], "Completed Team meeting."],
  ["a choice by name", ["complete the meeting", "team meeting"], "Completed Team meeting."],
  [
    "a choice of both",
    ["complete the meeting", "both"],
    "Completed 2 tasks: Team meeting and Standup meeting.",
  ],
  ["no choice", ["delete the meeting", "never mind"], "All right, I left everything as it is."],
  ["a new request instead", ["delete the meeting", "complete pay bills"], "Completed Pay bills."],
  ["undo after a change", ["move pay bills to Friday", "undo that"], "Took back moving Pay bills."],
  ["redo after undo", ["complete pay bills", "undo", "redo"], "Did again: completing Pay bills."],
  [
    "a typed yes doesn't approve",
    ["delete pay bills", "yes"],
    "Please approve or decline it on the card above; only your click counts there.",
  ],
  [
    "what was just added in the same message",
    ["add milk and mark it as done"],
    "Added milk. Completed milk.",
  ],
  ["what was asked for", ["add a task", "sharpen the saw"], "Added sharpen the saw."],
  ["what was offered", ["order a pizza", "yes"], "Added order a pizza."],
  ["an offer declined", ["order a pizza", "no"], "All right, I left everything as it is."],
  [
    "a list after a change shows it",
    ["add milk and show my pending tasks"],
    "Added milk.\n\nYou have 5 pending tasks:\n1. Team meeting (tomorrow at 09:00)\n2. Standup meeting (Wednesday, 25 November at 09:30)\n3. Pay bills\n4. Water the plants (today, in Home, high priority)\n5. milk",
  ],
])("%s", async (_, sentences, expected) => {
  const person = await somebody();
  const response = await answerTo(person, sentences);

  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatch(expected);
});

test("more matches than a page holds are all meant, and the first ten are named", async () => {
  const person = await world.as("many");
  for (let batch = 0; batch < 3; batch += 1) {
    await person.add_tasks({
      tasks: Array.from({ length: 100 }, (_, n) => ({ title: `errand ${batch * 100 + n + 1}` })),
    });
  }

  const { approvals, response, tool_calls } = await person.chat({ message: "complete all errands" });

  expect(response).toMatch(
    /complete 200 tasks: errand 1, .*errand 10 and 190 more[\s\S]*complete 100 tasks: /,
  );
  expect(tool_calls.map(({ tool }) => tool)).toEqual([
    "list_tasks",
    "list_tasks",
    "complete_tasks",
    "complete_tasks",
  ]);
  for (const { id } of approvals) await person.answerApproval(id, { decision: "approve" });
  expect((await person.list_tasks({ status: "pending" })).tasks).toEqual([]);
});
