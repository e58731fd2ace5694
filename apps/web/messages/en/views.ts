/** Views, what is selected in them, and what is dragged. */
export const views = {
  "view.upcoming": "Upcoming",
  "empty.upcoming": "Nothing is planned yet. Add a task with a date below.",

  "day.named": "{name} · {date}",
  "day.empty": "Nothing yet",

  "task.progress": "{completed} of {total} sub-tasks completed",
  "task.progressShort": "{completed}/{total}",
  "subtasks.label": "Sub-tasks",
  "subtasks.add": "Add a sub-task",
  "subtasks.of": "Part of “{title}”",

  "select.start": "Select",
  "select.task": "Select “{title}”",
  "select.all": "Select all",
  "select.actions": "For the selected tasks",
  "select.stop": "Stop selecting",
  "select.count": { one: "{count} selected", other: "{count} selected" },
  "select.growing": {
    one: "{count} selected, more are coming…",
    other: "{count} selected, more are coming…",
  },
  "select.complete": "Complete",
  "select.schedule": "Schedule",
  "select.move": "Move",
  "select.priority": "Priority",
  "select.addLabel": "Label",
  "select.newLabel": "New label",

  "bulk.failed": { one: "{count} task couldn't be changed.", other: "{count} tasks couldn't be changed." },

  "trash.empty": "Empty trash",
  "trash.deleteForGood": "Delete for good",
  "trash.purgeTitle": { one: "Delete {count} task for good?", other: "Delete {count} tasks for good?" },
  "trash.purgeAllTitle": "Empty the trash?",
  "trash.purgeText": "They can't be brought back, and the history forgets them.",
  "trash.purged": { one: "Deleted {count} task for good.", other: "Deleted {count} tasks for good." },
  "trash.keep": "Keep them",

  "drag.handle": "Move “{title}”",
  "drag.lifted": "“{title}” lifted. Arrow keys move it, Space drops it, Escape puts it back.",
  "drag.place": "Place {place} of {count}",
  "drag.day": "To {day}",
  "drag.dropped": "“{title}” dropped.",
  "drag.putBack": "“{title}” put back.",

  "command.select": "Select the task, or all up to it",
  "command.selectAll": "Select all tasks",
  "command.schedule": "Schedule",
  "command.priority": "Set the priority",
  "command.label": "Add a label",
  "command.move": "Move to a list",
} as const;
