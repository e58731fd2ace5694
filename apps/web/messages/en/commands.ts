/** The palette, and what it and the keys can do. */
export const commands = {
  "command.palette": "Do or find anything",
  "command.filter": "Filter",
  "command.newList": "New list",
  "command.newConversation": "New conversation",
  "command.conversations": "Conversations",
  "command.navigation": "Show or hide navigation",
  "command.assistantColumn": "Show or hide the assistant",
  "command.theme": "Switch between light and dark",
  "command.density": "Switch between comfortable and compact rows",
  "command.restore": "Restore the task",
  "sign.out": "Sign out",

  "palette.placeholder": "What do you want to do or find?",
  "palette.results": "Results",
  "palette.recent": "Recent",
  "palette.actions": "Do",
  "palette.places": "Go to",
  "palette.tasks": "Tasks",
  "palette.words": "With these words",
  "palette.add": "Add task “{words}”",
  "palette.search": "Search for “{words}”",
  "palette.say": "Say “{words}” to the assistant",
  "palette.found": { one: "{count} found", other: "{count} found" },

  "shortcuts.change": "Change shortcuts, or turn single keys off",
} as const;
