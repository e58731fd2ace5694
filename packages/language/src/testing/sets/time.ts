/** How a task comes back, and when to speak up about it. Written by hand for this project. */
import type { InterpretContext } from "../../meaning.ts";
import { act, add, atDue, type Fields, it, on, update } from "../meaning.ts";

export const due: InterpretContext = { tasks: ["Gym", "Dentist", "Water plants"], spoken_of: true };

const every = (rrule: string, more: Fields = {}) => ({ recurrence: { rrule }, ...more });
const tuesdays = "FREQ=WEEKLY;BYDAY=TU";
const tuesday = on("2026-03-10");
const before = (...minutes: number[]) => ({
  reminders: minutes.map((minutes_before) => ({ minutes_before })),
});
const eveningBefore = { reminders: [{ days_before: 1, time: "20:00" }] };
const gym = { text: "gym" };
const none = { clear: ["reminders"] };
const ends = { clear: ["recurrence"] };

/** Said on Wednesday, 4 March 2026, half past ten in Berlin. */
export const times: [string, Fields[]][] = [
  [
    "make it repeat every second tuesday until june",
    [update(it, every("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260601", tuesday))],
  ],
  ["make it weekly", [update(it, every("FREQ=WEEKLY"))]],
  ["repeat it every week", [update(it, every("FREQ=WEEKLY"))]],
  ["every tuesday instead", [update(it, every(tuesdays, tuesday))]],
  [
    "repeat water plants every 3 days after I finish it",
    [
      update(
        { text: "water plants" },
        {
          recurrence: { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true },
        },
      ),
    ],
  ],
  ["make the gym repeat every tuesday at 6pm", [update(gym, every(tuesdays, on("2026-03-10", "18:00")))]],
  ["move the gym to every tuesday", [update(gym, every(tuesdays, tuesday))]],
  ["change task 3 to every tuesday", [update({ numbers: [3] }, every(tuesdays, tuesday))]],
  ["stop repeating water plants", [update({ text: "water plants" }, {}, ends)]],
  ["the gym no longer repeats", [update(gym, {}, ends)]],
  ["remove the recurrence from task 3", [update({ numbers: [3] }, {}, ends)]],
  ["stop repeating it", [update(it, {}, ends)]],
  ["skip the gym this time", [act("skip", gym)]],
  ["skip this week", [act("skip", it)]],
  ["skip it", [act("skip", it)]],
  ["skip task 3", [act("skip", { numbers: [3] })]],
  ["skip the next gym", [act("skip", gym)]],

  ["remind me an hour before", [update(it, before(60))]],
  ["remind me an hour before the dentist", [update({ text: "dentist" }, before(60))]],
  ["remind me about the dentist 2 days before", [update({ text: "dentist" }, before(2880))]],
  ["remind me the evening before at 8", [update(it, eveningBefore)]],
  [
    "remind me the evening before at 8 and 10 minutes before",
    [update(it, { reminders: [...eveningBefore.reminders, ...before(10).reminders] })],
  ],
  ["remind me at 5pm", [update(it, { reminders: [{ at: "2026-03-04T16:00:00.000Z" }] })]],
  [
    "set a reminder for task 3 tomorrow at 9",
    [update({ numbers: [3] }, { reminders: [{ at: "2026-03-05T08:00:00.000Z" }] })],
  ],
  ["add a 10 minute reminder to task 3", [update({ numbers: [3] }, before(10))]],
  ["change the reminder of the gym to 1 day before", [update(gym, before(1440), none)]],
  ["change the reminder to the evening before at 8", [update(it, eveningBefore, none)]],
  ["remove the reminders from the gym", [update(gym, {}, none)]],
  ["remove the reminder", [update(it, {}, none)]],
  ["don't remind me", [update(it, {}, none)]],
  ["don't remind me about the gym", [update(gym, {}, none)]],
  ["snooze it for an hour", [{ ...act("snooze", it), minutes: 60 }]],
  ["snooze task 3 for 45 minutes", [{ ...act("snooze", { numbers: [3] }), minutes: 45 }]],
  ["snooze the gym until tomorrow morning", [{ ...act("snooze", gym), until: "2026-03-05T08:00:00.000Z" }]],
  ["remind me again in an hour", [{ ...act("snooze", it), minutes: 60 }]],
  ["remind me later", [act("snooze", it)]],
  ["what reminders do I have", [{ operation: "list_reminders", filter: {} }]],
  [
    "show my reminders for tomorrow",
    [{ operation: "list_reminders", filter: { due: { on: "2026-03-05" } } }],
  ],
  ["when will you remind me of the gym", [{ operation: "list_reminders", filter: gym }]],

  [
    "remind me tomorrow at 9 to call mom",
    [add({ title: "call mom", ...on("2026-03-05", "09:00"), ...atDue })],
  ],
  [
    "add the exam on friday at 3pm and remind me an hour before",
    [add({ title: "exam", ...on("2026-03-06", "15:00"), ...before(60) })],
  ],
  [
    "add call bob friday, remind me the evening before at 8",
    [add({ title: "call bob", ...on("2026-03-06"), ...eveningBefore })],
  ],
];

/** Of tasks that nobody spoke of: what may be there already is looked for, what can't be is asked for. */
export const unknown: [string, Fields[]][] = [
  ["remind me an hour before the opera", [{ ...add({ title: "opera", ...before(60) }), unless_there: true }]],
  ["set a reminder for tomorrow at 9am", [{ operation: "reject", reason: "unclear", wanted: "add" }]],
];
