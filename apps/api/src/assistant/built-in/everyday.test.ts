/** What people say of their tasks as a whole, or around a request, and what the built-in assistant makes of it. */
import { expect, test } from "vitest";
import { answerTo } from "../../testing/conversation.ts";
import { newPeople } from "../../testing/people.ts";
import { createWorld } from "../../testing/world.ts";

const world = await createWorld({ now: "2026-11-25T09:00:00Z", lasts: "file" });

/** At ten in the morning in Berlin, on a Wednesday. */
const somebody = newPeople(world, [
  { title: "Call mom", due_on: "2026-11-25" },
  { title: "Team meeting", due_on: "2026-11-26", due_time: "09:00", list: "Work" },
  { title: "Finish report", due_on: "2026-11-25", list: "Work", priority: "high" },
  { title: "Email Sarah", due_on: "2026-11-23", list: "Work" },
  { title: "Review budget", list: "Work", priority: "urgent" },
  { title: "Milk", list: "Groceries", due_on: "2026-11-25" },
  { title: "Eggs", list: "Groceries", due_on: "2026-11-27" },
  { title: "Buy flour", list: "Groceries" },
  { title: "Bake cake", list: "Home" },
  { title: "Pack suitcase", list: "Trip to Rome", due_on: "2026-12-04" },
  { title: "Take vitamins", due_on: "2026-11-25", recurrence: { rrule: "FREQ=DAILY" } },
  { title: "Dentist appointment", due_on: "2026-11-27", due_time: "14:00" },
]);

const BEYOND = /^That's beyond me; I look after your tasks\./;
const first = `By date and priority, these come first of 12:
1. Review budget (in Work, urgent priority)
2. Finish report (today, in Work, high priority)
3. Email Sarah (Monday, 23 November, in Work)
4. Call mom (today)
5. Milk (today, in Groceries)`;
const day = `1 task is overdue: Email Sarah
Today: Call mom, Finish report (high), Milk and Take vitamins
Without a date, but of high priority: Review budget (urgent)
I have changed nothing.`;
const week = `1 task is overdue: Email Sarah
Today: Call mom, Finish report (high), Milk and Take vitamins
Tomorrow: Team meeting at 09:00
Friday, 27 November: Eggs and Dentist appointment at 14:00
Without a date, but of high priority: Review budget (urgent)
I have changed nothing.`;

type Case = [said: string[], answer: string | RegExp];

const reasons: Case[] = [
  [["I'm sick, move my meetings to Friday"], "Moved Team meeting to Friday, 27 November at 09:00."],
  [["move my meetings to Friday, I'm sick"], "Moved Team meeting to Friday, 27 November at 09:00."],
  [["move my meetings to Friday because I'm sick"], "Moved Team meeting to Friday, 27 November at 09:00."],
  [
    ["I don't have time today, move everything to tomorrow"],
    "Waiting for your approval to move 4 tasks to tomorrow: Call mom, Finish report, Milk, Take vitamins.",
  ],
  [
    ["my car broke down so move the dentist to Monday"],
    "Moved Dentist appointment to Monday, 30 November at 14:00.",
  ],
  [
    ["I can't make it to the dentist on Friday, move it to Monday"],
    "Moved Dentist appointment to Monday, 30 November at 14:00.",
  ],
  [["I didn't do the report, move it to tomorrow"], "Moved Finish report to tomorrow."],
  [
    ["I need to buy soap, move the dentist to Monday"],
    "Added buy soap. Moved Dentist appointment to Monday, 30 November at 14:00.",
  ],
  [
    ["push everything to tomorrow"],
    "Waiting for your approval to move 5 tasks to tomorrow: Call mom, Finish report, Email Sarah, Milk, Take vitamins.",
  ],
];

const places: Case[] = [
  [["make buy flour a sub-task of bake cake"], "Moved Buy flour below Bake cake."],
  [["make soap a subtask of bake cake"], "I couldn't find a task called soap."],
  [["put eggs under bake cake"], "Moved Eggs below Bake cake."],
  [["put candles under bake cake"], "Added candles below Bake cake."],
  [["add frosting", "make it a subtask of bake cake"], "Moved frosting below Bake cake."],
  [["add eggs under bake cake"], "Added eggs below Bake cake."],
  [["swap milk and eggs"], "Moved Milk to Friday, 27 November. Moved Eggs to today."],
  [["swap milk and eggs", "undo"], "Took back changing Milk and Eggs."],
  [
    ["swap the dentist and milk"],
    "Moved Dentist appointment to today. Removed the time from Dentist appointment. Moved Milk to Friday, 27 November at 14:00.",
  ],
  [["swap milk and buy flour"], "Removed the date from Milk. Moved Buy flour to today."],
  [["swap milk and the report"], /^Milk and Finish report have the same date, so there is nothing to swap\./],
  [["swap milk and the sofa"], "I couldn't find a task called sofa."],
];

const overviews: Case[] = [
  [["which list has the most tasks?"], "Work has the most open tasks: 4."],
  [["which list has the fewest tasks?"], "Home and Trip to Rome have the fewest open tasks: 1 each."],
  [
    ["how many tasks are in each list?"],
    /^You have 4 lists:\n1\. Work \(4 pending\)\n2\. Groceries \(3 pending\)/,
  ],
  [["plan my week"], week],
  [["plan my day"], day],
  [["plan tomorrow"], "You have 1 pending task due tomorrow:\n1. Team meeting (tomorrow at 09:00, in Work)"],
  [["what should I do first?"], first],
  [["what's next?"], first],
  [["what should I do first?", "do the second one tomorrow"], "Moved Finish report to tomorrow."],
  [
    ["what is left for Rome?"],
    "You have 1 pending task in Trip to Rome:\n1. Pack suitcase (Friday, 4 December)",
  ],
  [["where's the milk?"], "You have 1 pending task matching “milk”:\n1. Milk (today, in Groceries)"],
  [["who do I need to call?"], "You have 1 pending task matching “call”:\n1. Call mom (today)"],
  [["is the report done?"], "Not yet. Finish report is still open, due today."],
  [["what's the weather?"], BEYOND],
  [["what's on my grocery list?"], /^You have 3 tasks in Groceries:\n/],
  [["show me the inbox"], /^You have 3 tasks in the Inbox:\n/],
  [["good night"], "Goodbye. Your tasks are kept until you are back."],
];

const changes: Case[] = [
  [["stop the vitamins"], "Take vitamins doesn't come back any more."],
  [["stop the vitamins", "undo"], "Took back changing Take vitamins."],
  [["stop the milk"], BEYOND],
  [["no vitamins today"], "Skipped Take vitamins this time. Next: tomorrow."],
  [["no chance today"], BEYOND],
  [["reming me to call Bob tomorrow"], /^Added call Bob for tomorrow, with a reminder/],
  [["add one egg", "make that two"], "Task 13 is now called two eggs."],
  [["add soap", "make that 3"], "Task 13 is now called soap (3)."],
  [["add call Bob tomorrow at 4", "make it 5"], "Moved call Bob to tomorrow at 17:00."],
  [["postpone the dentist"], "To when shall I move Dentist appointment?"],
  [["postpone the dentist", "to Monday at 4"], "Moved Dentist appointment to Monday, 30 November at 16:00."],
  [["I won't make the dentist", "Monday"], "Moved Dentist appointment to Monday, 30 November at 14:00."],
  [["add party on Saturday", "in Home"], "Moved party to the list Home."],
  [["I'll do the report tomorrow"], "Moved Finish report to tomorrow."],
  [["I'll do the laundry tomorrow"], "Added do the laundry for tomorrow."],
  [["email Sarah tomorrow"], "Moved Email Sarah to tomorrow."],
  [["add email Sarah tomorrow"], "Added email Sarah for tomorrow."],
  [["take vitamins every 3 days instead"], "Take vitamins comes back every 3 days. Next: today."],
  [
    ["add soap and bread for tomorrow", "actually make it Friday"],
    "Moved 2 tasks: soap and bread, to Friday, 27 November.",
  ],
  [["mark all groceries as done"], "Completed 3 tasks: Milk, Eggs and Buy flour."],
  [["milk bought"], "Completed Milk."],
  [["I bought flour and eggs"], "Completed 2 tasks: Buy flour and Eggs."],
  [["add butter to my grocery list"], "Added butter to Groceries."],
  [
    ["delete groceries"],
    "Groceries is a list. Say “delete the list Groceries” or “delete everything in Groceries”.",
  ],
  [["we're out of bread"], "Shall I add “bread” to your tasks?"],
  [["add soap", "oops, I meant salt"], /^Which task should I change, and how\?/],
  [
    ["milk is done", "show groceries", "move them to tomorrow"],
    "Moved 2 tasks: Eggs and Buy flour, to tomorrow.",
  ],
];

const urdu: Case[] = [
  [["pehle kya karun?"], /^تاریخ اور اہمیت کے حساب سے 12 میں سے پہلے یہ:\n1\. Review budget /],
  [["din plan karo"], /^تاخیر کا شکار 1: “Email Sarah”\nآج: “Call mom”، “Finish report” \(اہم\)/],
  [["kis list mein sab se zyada kaam hain?"], "سب سے زیادہ باقی کام “Work” میں ہیں: 4۔"],
  [["milk ko bake cake ke neeche rakho"], "“Milk” اب “Bake cake” کے نیچے ہے۔"],
  [["milk aur eggs ko aapas mein badal do"], "“Milk” اب جمعہ، 27 نومبر کے لیے ہے۔ “Eggs” اب آج کے لیے ہے۔"],
  [["vitamins band karo"], "“Take vitamins” اب دوبارہ نہیں آئے گا۔"],
  [["khuda hafiz"], "خدا حافظ۔ آپ کے کام محفوظ ہیں۔"],
];

test.each([...reasons, ...places, ...overviews, ...changes, ...urdu])("%j", async (sentences, expected) => {
  const person = await somebody();
  const response = await answerTo(person, sentences);

  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatch(expected);
});

test("the week is planned without changing anything", async () => {
  const person = await somebody();
  const before = await person.list_tasks({});

  await answerTo(person, ["plan my week", "what should I do first?", "which list has the most tasks?"]);

  expect(await person.list_tasks({})).toEqual(before);
});
