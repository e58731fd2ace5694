/** Requests that mean many tasks at once. Written by hand for this project. */
import { act, type Fields, list, on, reschedule, update } from "../meaning.ts";

const every = (conditions: Fields = {}): Fields => ({ every: true, ...conditions });
const overdue = { due: { overdue: true } };
const today = { due: { on: "2026-03-04" } };
const tomorrow = on("2026-03-05");

/** Said on Wednesday, 4 March 2026. */
export const bulk: [string, Fields[]][] = [
  ["delete everything", [act("delete", every())]],
  ["delete all my tasks", [act("delete", every())]],
  ["erase all of my to-dos", [act("delete", every())]],
  ["remove everything from my to-do list", [act("delete", every())]],
  ["wipe my to-do list", [act("delete", every())]],
  ["take everything off my list", [act("delete", every())]],
  ["clear out my whole to do list", [act("delete", every())]],
  ["clear today", [act("delete", every(today))]],
  ["clear my schedule for today", [act("delete", every(today))]],
  ["cancel everything today", [act("delete", every(today))]],
  ["cancel all my meetings today", [act("delete", every({ text: "meetings", ...today }))]],
  ["cancel all meetings on friday", [act("delete", every({ text: "meetings", due: { on: "2026-03-06" } }))]],
  ["delete everything that's overdue", [act("delete", every(overdue))]],
  ["delete everything overdue", [act("delete", every(overdue))]],
  ["get rid of all overdue tasks", [act("delete", every(overdue))]],
  ["delete all finished tasks", [act("delete", every({ status: "completed" }))]],
  ["clear the completed ones", [act("delete", every({ status: "completed" }))]],
  ["clean up everything that is done", [act("delete", every({ status: "completed" }))]],
  [
    "remove all done tasks from the garden list",
    [act("delete", every({ status: "completed", list: "garden" }))],
  ],
  ["delete everything on the garden list", [act("delete", every({ list: "garden" }))]],
  ["empty the garden list", [act("delete", every({ list: "garden" }))]],
  ["delete all tasks tagged outdoors", [act("delete", every({ label: "outdoors" }))]],
  ["delete all low priority tasks", [act("delete", every({ priority: "low" }))]],
  ["mark everything as done", [act("complete", every())]],
  ["mark all tasks as done", [act("complete", every())]],
  ["complete everything for today", [act("complete", every(today))]],
  ["tick off everything on the garden list", [act("complete", every({ list: "garden" }))]],
  ["check off all my errands", [act("complete", every({ text: "errands" }))]],
  ["mark all overdue tasks as complete", [act("complete", every(overdue))]],
  ["I finished everything for today", [act("complete", every(today))]],
  ["all my calls are done", [act("complete", every({ text: "calls" }))]],
  [
    "reopen everything I finished today",
    [act("reopen", every({ status: "completed", completed: { on: "2026-03-04" } }))],
  ],
  ["move everything overdue to tomorrow", [reschedule(every(overdue), tomorrow)]],
  ["move all overdue tasks to tomorrow", [reschedule(every(overdue), tomorrow)]],
  ["push all of today's tasks to tomorrow", [reschedule(every(today), tomorrow)]],
  ["reschedule everything due today for tomorrow", [reschedule(every(today), tomorrow)]],
  [
    "move all my morning meetings to 2pm",
    [reschedule(every({ text: "meetings", part_of_day: "morning" }), { due_time: "14:00" })],
  ],
  [
    "postpone all my meetings by an hour",
    [reschedule(every({ text: "meetings" }), { shift: { amount: 1, unit: "hour" } })],
  ],
  ["move everything on the garden list to friday", [reschedule(every({ list: "garden" }), on("2026-03-06"))]],
  ["remove the due dates from all my errands", [reschedule(every({ text: "errands" }), { clear: true })]],
  ["make everything due today urgent", [update(every(today), { priority: "urgent" })]],
  ["set all my errands to low priority", [update(every({ text: "errands" }), { priority: "low" })]],
  ["move all my errands to the garden list", [update(every({ text: "errands" }), { list: "garden" })]],
  ["tag all tasks due today with hurry", [update(every(today), { labels: ["hurry"] })]],
  ["show me everything overdue", [list(overdue)]],
];
