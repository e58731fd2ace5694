/** Ways to change a task: its date, its time, its title, its list, its notes. Written by hand for this project. */
import type { InterpretContext } from "../../meaning.ts";
import { type Fields, it, on, reschedule, update } from "../meaning.ts";

export const mine: InterpretContext = { tasks: ["Essay", "Haircut", "Standup", "Call the vet"] };

const friday = on("2026-03-06");

/** Said on Wednesday, 4 March 2026. */
export const updates: [string, Fields[]][] = [
  ["move the dentist to friday", [reschedule({ text: "dentist" }, friday)]],
  ["reschedule the dentist for friday", [reschedule({ text: "dentist" }, friday)]],
  ["change the dentist to friday", [reschedule({ text: "dentist" }, friday)]],
  ["put the dentist off until friday", [reschedule({ text: "dentist" }, friday)]],
  ["postpone my dentist appointment to friday", [reschedule({ text: "dentist appointment" }, friday)]],
  ["can we move the dentist to friday instead", [reschedule({ text: "dentist" }, friday)]],
  ["I need to move the dentist to friday", [reschedule({ text: "dentist" }, friday)]],
  ["could you push my haircut to friday please", [reschedule({ text: "haircut" }, friday)]],
  ["the haircut is on friday now", [reschedule({ text: "haircut" }, friday)]],
  ["the haircut was moved to friday", [reschedule({ text: "haircut" }, friday)]],
  ["make the haircut friday", [reschedule({ text: "haircut" }, friday)]],
  ["change the date of the haircut to friday", [reschedule({ text: "haircut" }, friday)]],
  ["change the haircut's date to friday", [reschedule({ text: "haircut" }, friday)]],
  ["set the deadline for the essay to friday", [reschedule({ text: "essay" }, friday)]],
  ["the essay is due on friday", [reschedule({ text: "essay" }, friday)]],
  ["change my reminder to call the vet to friday", [reschedule({ text: "call the vet" }, friday)]],
  ["delay the essay till next week", [reschedule({ text: "essay" }, on("2026-03-09"))]],
  ["shift the standup to 11am", [reschedule({ text: "standup" }, { due_time: "11:00" })]],
  ["change the time of the standup to 11am", [reschedule({ text: "standup" }, { due_time: "11:00" })]],
  ["make task 3 due friday at noon", [reschedule({ numbers: [3] }, on("2026-03-06", "12:00"))]],
  ["move task 3 to tomorrow", [reschedule({ numbers: [3] }, on("2026-03-05"))]],
  ["take the due date off the essay", [reschedule({ text: "essay" }, { clear: true })]],
  ["remove the deadline from the essay", [reschedule({ text: "essay" }, { clear: true })]],
  ["the essay has no deadline anymore", [reschedule({ text: "essay" }, { clear: true })]],
  ["rename task 2 to paint the shed", [update({ numbers: [2] }, { title: "paint the shed" })]],
  ["rename the shed to paint the shed", [update({ text: "shed" }, { title: "paint the shed" })]],
  ["change the title of the shed to paint the shed", [update({ text: "shed" }, { title: "paint the shed" })]],
  ["edit task 2 to say paint the shed", [update({ numbers: [2] }, { title: "paint the shed" })]],
  ["change 'shed' to 'paint the shed'", [update({ text: "shed" }, { title: "paint the shed" })]],
  ["call it paint the shed", [update(it, { title: "paint the shed" })]],
  ["move the shed to the garden list", [update({ text: "shed" }, { list: "garden" })]],
  ["put task 2 on the garden list", [update({ numbers: [2] }, { list: "garden" })]],
  ["task 2 belongs in the garden list", [update({ numbers: [2] }, { list: "garden" })]],
  ["add a note to the shed: two coats", [update({ text: "shed" }, { description: "two coats" })]],
  [
    "add a note to task 2 that it needs two coats",
    [update({ numbers: [2] }, { description: "it needs two coats" })],
  ],
  ["change the notes of task 2 to two coats", [update({ numbers: [2] }, { description: "two coats" })]],
  ["label task 2 as outdoors", [update({ numbers: [2] }, { labels: ["outdoors"] })]],
  ["tag the shed outdoors", [update({ text: "shed" }, { labels: ["outdoors"] })]],
  ["add the outdoors tag to the shed", [update({ text: "shed" }, { labels: ["outdoors"] })]],
  ["remove the outdoors tag from the shed", [update({ text: "shed" }, {}, { remove_labels: ["outdoors"] })]],
  ["clear the notes of task 2", [update({ numbers: [2] }, {}, { clear: ["description"] })]],
  ["push the essay back by two days", [reschedule({ text: "essay" }, { shift: { amount: 2, unit: "day" } })]],
  [
    "give me another week for the essay",
    [reschedule({ text: "essay" }, { shift: { amount: 1, unit: "week" } })],
  ],
  ["bring the essay forward a day", [reschedule({ text: "essay" }, { shift: { amount: -1, unit: "day" } })]],
];
