/** What is said everywhere: actions, counts, navigation, commands. */
export const app = {
  "app.name": "Todo",
  "app.description": "A task manager you can talk to.",
  nothing: "nothing",
  selected: "Selected",
  quoted: "“{title}”",

  "action.add": "Add",
  "action.cancel": "Cancel",
  "action.close": "Close",
  "action.copy": "Copy",
  "action.delete": "Delete",
  "action.dismiss": "Dismiss",
  "action.done": "Done",
  "action.redo": "Redo",
  "action.rename": "Rename",
  "action.restore": "Restore",
  "action.save": "Save",
  "action.send": "Send",
  "action.stop": "Stop",
  "action.tryAgain": "Try again",
  "action.undo": "Undo",

  "count.tasks": { one: "{count} task", other: "{count} tasks" },
  "count.things": { one: "{count} thing", other: "{count} things" },
  "count.changes": { one: "{count} change", other: "{count} changes" },
  "count.days": { one: "{count} day", other: "{count} days" },

  "unreachable.title": "Todo can't reach its server",
  "unreachable.text": "Your tasks are safe. This page tries again every few seconds.",

  "broken.title": "Something went wrong",
  "broken.text": "Your tasks are safe. Try again, and if it stays like this, reload the page.",

  "missing.title": "Part of the page didn't arrive",
  "missing.text": "Your tasks are safe. Check your connection, then try again.",

  "notFound.title": "There is nothing here",
  "notFound.text": "The address may have changed, or what it led to was deleted.",
  "notFound.home": "Go to the Inbox",

  "settings.title": "Settings",

  "nav.column": "Navigation",
  "nav.label": "Views",
  "nav.lists": "Lists",
  "nav.labels": "Labels",
  "nav.newList": "New list",
  "nav.newListName": "List name",
  "nav.open": "Open navigation",
  "nav.hide": "Hide navigation",
  "nav.show": "Show navigation",

  "tabs.label": "Sections",
  "tabs.tasks": "Tasks",
  "tabs.assistant": "Assistant",
  "tabs.search": "Search",
  "tabs.actions": "Actions",

  "command.add": "Add a task",
  "command.search": "Search",
  "command.assistant": "Write to the assistant",
  "command.next": "Next task",
  "command.previous": "Previous task",
  "command.complete": "Complete the task",
  "command.edit": "Edit the task",
  "command.undo": "Undo",
  "command.redo": "Redo",
  "command.back": "One step back",
  "command.help": "Keyboard shortcuts",

  "shortcuts.title": "Keyboard shortcuts",
} as const;
