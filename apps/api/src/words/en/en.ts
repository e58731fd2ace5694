/** English. */
import { describeRecurrence } from "@todo/language";
import { type Moment, sayDue } from "../dates.ts";
import type { SaidTask, Words } from "../words.ts";
import * as listings from "./listings.ts";
import { history, wasDone } from "./looking-back.ts";
import { mail } from "./mail.ts";
import { enumerate, sentence } from "./names.ts";
import { notices } from "./notices.ts";
import * as overview from "./overview.ts";
import { proposal, waiting } from "./proposals.ts";
import { reminders } from "./reminders.ts";
import { leftAlone, told } from "./told.ts";

const CAN_DO =
  "I can add tasks, show them, complete, move, change and delete them, keep them in lists, and take things back.";

/** “dentist” for tomorrow at 15:00 */
function withTime({ title, recurrence, ...due }: SaidTask, moment: Moment): string {
  const day = sayDue(due, moment);
  const rule = recurrence && describeRecurrence(recurrence);
  return [`“${title}”`, day && `for ${day}${rule ? "," : ""}`, rule].filter(Boolean).join(" ");
}

export const en: Words = {
  told,
  proposal,
  waiting,
  leftAlone,
  tasks: listings.tasks,
  steps: listings.steps,
  lists: listings.lists,
  labels: listings.labels,
  filters: listings.filters,
  reminders,
  agenda: overview.agenda,
  begin: overview.begin,
  extreme: overview.extreme,
  archived: listings.archived,
  trash: listings.trash,
  emptyTrash: (count) =>
    count === 0
      ? "The trash is empty already."
      : `There ${count === 1 ? "is 1 task" : `are ${count} tasks`} in the trash. Emptying it can't be taken back, so that is left to your own hand: open “Trash” and choose “Empty trash”.`,
  history,
  wasDone,
  noneFits: () => "I found no task that this could be about, so I left everything as it is.",
  whichOne: listings.whichOne,
  noTasks: listings.noTasks,

  noTask: (text, deed) =>
    deed === "restore"
      ? sentence(text ? `I couldn't find ${text} in the trash` : "There is nothing in the trash")
      : sentence(text ? `I couldn't find a task called ${text}` : "I couldn't find such a task"),
  noList: (name) => sentence(`There is no list called ${name}`),
  noFilter: (name) => sentence(`There is no filter called ${name}`),
  noDuplicate: () => "I found no two open tasks with the same title.",
  alreadyDone: (titles) => sentence(`${enumerate(titles)} ${titles.length > 1 ? "are" : "is"} already done`),
  notDone: (titles) => sentence(`${enumerate(titles)} ${titles.length > 1 ? "aren't" : "isn't"} done yet`),
  notLabelled: (titles, labels) =>
    sentence(`${enumerate(titles)} ${titles.length > 1 ? "aren't" : "isn't"} labelled ${enumerate(labels)}`),
  isList: (name) =>
    sentence(`${name} is a list. Say “delete the list ${name}” or “delete everything in ${name}”`),
  whenTo: (title) => `To when shall I move ${title}?`,
  sameDates: (titles) =>
    `${enumerate(titles)} have the same date, so there is nothing to swap. Their order in a list is changed by dragging them.`,
  alreadyThere: (title) => sentence(`${title} is already there`),
  nothingSpokenOf: () => "I'm not sure which task you mean. Tell me its name or its number.",
  noSuchPosition: (count) =>
    count === 0
      ? "I haven't shown you a list yet. Tell me the task's name or number."
      : `I showed you only ${count}.`,
  nothingToChange: () =>
    "I'm not sure what to change about it. Tell me the new name, date, list or priority.",

  greeting: () => "Hello. What would you like to get done?",
  thanks: () => "You're welcome.",
  farewell: () => "Goodbye. Your tasks are kept until you are back.",
  help: () =>
    `${CAN_DO} Try:\n- Add milk and eggs to groceries\n- Call mom tomorrow at 5pm\n- What's due today?\n- Mark the milk as done\n- Move call mom to Friday\n- Water the plants every Tuesday at 9\n- Remind me an hour before\n- Delete task 3\n- Undo that`,
  notAboutTasks: () => `That's beyond me; I look after your tasks. ${CAN_DO}`,
  unclear: () =>
    "I didn't quite get that. Could you say it another way, such as “add milk to groceries” or “what's due today?”",
  shallIAdd: (tasks, moment) =>
    `Shall I add ${enumerate(tasks.map((task) => withTime(task, moment)))} to ${tasks[0]?.list?.name ?? "your tasks"}?`,
  askFor: {
    add: () => "What should I add?",
    list: () => "What would you like to see? “My tasks”, “what's due today?” or the name of a list will do.",
    complete: () => "Which task is done? Tell me its name or its number.",
    delete: () => "What should I delete? Tell me the task's name or its number.",
    update: () => "Which task should I change, and how? For example “move call mom to Friday”.",
  },
  nothingAsked: () => "There is nothing waiting for a yes or no. What would you like to do?",
  answerAbove: () => "Please approve or decline it on the card above; only your click counts there.",
  neverMind: () => "All right, I left everything as it is.",

  mail,
  notices,

  failures: {
    timeout: "The model took too long to answer. What you wrote is kept; try again.",
    refused:
      "The model's provider refused the key of this server. What you wrote is kept; whoever runs the server can set it right.",
    busy: "The model is busy or has used up its quota. What you wrote is kept; try again in a moment.",
    unreachable: "The model can't be reached right now. What you wrote is kept; try again.",
    lost: "The model lost its way and was stopped. What you wrote is kept; try again in other words.",
    failed: "The model failed while answering. What you wrote is kept; try again.",
  },
  conversationTitle(message) {
    const line = message.trim().replace(/\s+/g, " ");
    return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
  },
};
