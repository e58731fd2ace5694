/** What people say of tasks that come back and of reminders, and what the built-in assistant answers, through the whole server. */
import { expect, test } from "vitest";
import { answerTo } from "../testing/conversation.ts";
import { newPeople } from "../testing/people.ts";
import { createWorld } from "../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });

/** At ten in the morning in Berlin, on a Monday. */
const somebody = newPeople(world, [
  { title: "Water the plants", due_on: "2026-11-24", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" } },
  { title: "Dentist", due_on: "2026-11-27", due_time: "15:00" },
  { title: "Gym", due_on: "2026-11-25", due_time: "18:00" },
  { title: "Call mom", reminders: [{ at: "2026-11-24T08:00:00.000Z" }] },
]);

test.each<[string[], string | RegExp]>([
  [["call bob every second Tuesday at 9"], "Added call bob for tomorrow at 09:00, every 2 weeks on Tuesday."],
  [
    ["pay rent on the last workday of each month at 9, remind me the evening before at 20:00"],
    "Added pay rent for Monday, 30 November at 09:00, every month on the last weekday, with a reminder the day before at 20:00.",
  ],
  [
    ["remind me tomorrow at 9 to call Ann"],
    "Added call Ann for tomorrow at 09:00, with a reminder when it's due.",
  ],
  [["complete water the plants"], "Completed Water the plants. Next: Tuesday, 1 December."],
  [["complete water the plants", "undo"], "Took back completing Water the plants."],
  [["skip water the plants this week"], "Skipped Water the plants this time. Next: Tuesday, 1 December."],
  [["skip the plants"], "Skipped Water the plants this time. Next: Tuesday, 1 December."],
  [["skip the plants", "undo"], "Took back skipping Water the plants."],
  [["stop repeating water the plants"], "Water the plants doesn't come back any more."],
  [
    ["make the gym repeat every Thursday at 6pm"],
    "Gym comes back every week on Thursday. Next: Thursday, 26 November at 18:00.",
  ],
  [
    ["show my gym tasks", "make it repeat every week"],
    "Gym comes back every week. Next: Wednesday, 25 November at 18:00.",
  ],
  [
    ["repeat gym every 3 days after I finish it"],
    /^Gym comes back every 3 days after completion\. Next: Wednesday, 25 November at 18:00\.$/,
  ],
  [
    ["move the gym to every Friday"],
    "Gym comes back every week on Friday. Next: Friday, 27 November at 18:00.",
  ],
  [["remind me an hour before the dentist"], "I'll remind you of Dentist an hour before."],
  [
    ["remind me of the dentist the evening before at 8"],
    "I'll remind you of Dentist the day before at 20:00.",
  ],
  [
    ["remind me an hour before the dentist", "and remind me 10 minutes before"],
    "I'll remind you of Dentist an hour before and 10 minutes before.",
  ],
  [
    ["remind me an hour before the dentist", "change the reminder to 1 day before"],
    "I'll remind you of Dentist a day before.",
  ],
  [["remind me an hour before the dentist", "don't remind me"], "Removed the reminders from Dentist."],
  [["remind me an hour before the dentist", "undo"], "Took back changing Dentist."],
  [["remind me an hour before the opera"], "I couldn't find a task called opera."],
  [["remove the reminder from call mom"], "Removed the reminders from Call mom."],
  [["set a reminder for task 3 tomorrow at 9"], "I'll remind you of Gym tomorrow at 09:00."],
  [["snooze the dentist for 2 hours"], "I'll remind you of Dentist again today at 12:00."],
  [["snooze task 2 until tomorrow morning"], "I'll remind you of Dentist again tomorrow at 09:00."],
  [["what reminders do I have?"], "You have 1 reminder to come:\n1. Call mom (tomorrow at 09:00)"],
  [["what reminders do I have today?"], "There are no reminders to come."],
  [
    ["show my plants tasks"],
    "You have 1 task matching “plants”:\n1. Water the plants (tomorrow, every week on Tuesday)",
  ],
  [["skip this week"], "I'm not sure which task you mean. Tell me its name or its number."],
  [["skip this song"], /beyond me|didn't quite get/],
])("%j", async (sentences, expected) => {
  const person = await somebody();
  const response = await answerTo(person, sentences);

  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatch(expected);
});

test("skipping says which occurrence is meant, also when an earlier answer showed one before it", async () => {
  const ada = await somebody();
  const { conversation_id } = await ada.chat({ message: "show my plants tasks" });
  const { occurrence } = await ada.skip_occurrence({ task_id: 1 });

  const { tool_calls } = await ada.chat({ message: "skip it", conversation_id: conversation_id! });

  const skips = tool_calls.filter(({ tool }) => tool === "skip_occurrence");
  expect(skips).toMatchObject([{ input: { task_id: 1, occurrence }, output: { skipped: occurrence } }]);
});
