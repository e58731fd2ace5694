/** What goes to and fro in a week of talking to the built-in assistant: places in what it read out, choices, corrections. */
import { expect, test } from "vitest";
import { answerTo } from "../../testing/conversation.ts";
import { createWorld } from "../../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });
let people = 0;

/** Says one thing after the other, on a Monday in Berlin, and gives the last answer. */
async function talk(sentences: string[]): Promise<string> {
  people += 1;
  const person = await world.as(`person${people}`);
  await person.update_profile({ time_zone: "Europe/Berlin" });
  await person.add_tasks({
    tasks: [
      { title: "Call mom" },
      { title: "Team meeting", due_on: "2026-11-24", due_time: "09:00" },
      { title: "Standup meeting", due_on: "2026-11-25", due_time: "09:30" },
      { title: "Pay bills" },
      { title: "Water the plants", due_on: "2026-11-23", labels: ["garden"] },
      { title: "Renew passport", due_on: "2026-11-20", labels: ["garden", "trip"] },
    ],
  });
  await person.complete_task({ task_id: 1 });
  const response = await answerTo(person, sentences);
  return response;
}

test.each<[string, string[], string]>([
  ["a number after a list is a place in it", ["show my tasks", "complete 3"], "Completed Pay bills."],
  [
    "so is a task's number, said as it was read out",
    ["show my tasks", "when is task 2 due"],
    "You have 1 task:\n1. Standup meeting (Wednesday, 25 November at 09:30)",
  ],
  ["a number with a # is the task's own", ["show my tasks", "complete #3"], "Completed Standup meeting."],
  ["without a list it is the task's own as well", ["complete 3"], "Completed Standup meeting."],
  ["a number beyond the list is the task's own", ["show my meetings", "complete 4"], "Completed Pay bills."],
  [
    "places stay when something was done to one of them",
    ["show my tasks", "complete the first one", "complete the third one"],
    "Completed Pay bills.",
  ],
  [
    "places are those that were read out, not all that were looked through",
    ["complete pay bills", "what did I finish today", "reopen the second one"],
    "Reopened Pay bills.",
  ],
  [
    "a new task ends what was read out",
    ["show my tasks", "add milk", "complete the first one"],
    "Completed milk.",
  ],
  ["the one on a day", ["complete the meeting", "the one on Wednesday"], "Completed Standup meeting."],
  ["not that one", ["complete the meeting", "not the team one"], "Completed Standup meeting."],
  ["neither", ["delete the meeting", "neither"], "All right, I left everything as it is."],
  [
    "no, the other one",
    ["complete the meeting", "the first one", "no, the other one"],
    "Took back completing Team meeting. Completed Standup meeting.",
  ],
  [
    "the other one, while the first still waits",
    ["delete the meeting", "the first one", "no, the other one"],
    "Waiting for your approval to delete Standup meeting.",
  ],
  [
    "a look at two things moves neither",
    ["add milk", "show all overdue and today"],
    "You have 1 overdue task:\n1. Renew passport (Friday, 20 November)\n\nYou have 1 pending task due today:\n1. Water the plants (today)",
  ],
  [
    "a label is taken from what carries it",
    ["remove the tag garden"],
    "Removed the label garden from 2 tasks: Water the plants and Renew passport.",
  ],
  [
    "a question names the day",
    ["mom's birthday on dec 12"],
    "Shall I add “mom's birthday” for Saturday, 12 December to your tasks?",
  ],
])("%s", async (_, sentences, expected) => {
  expect(await talk(sentences)).toBe(expected);
});
