/** Without a network: what is shown, what waits, and what the server then didn't take. */
export const offline = {
  "connection.lost": "Not connected. What you see may be a moment old.",
  "offline.waiting": { one: "Offline. {count} change waits.", other: "Offline. {count} changes wait." },
  "offline.notKept": "That page needs a network.",
  "offline.unsent": "New task, not sent yet",
  "offline.refused": {
    one: "{count} change wasn't accepted.",
    other: "{count} changes weren't accepted.",
  },
  "offline.look": "Show",
  "offline.refusedTitle": "Not accepted",
  "offline.refusedLead": "These were made without a network. Send them again, or discard them.",
  "offline.drop": "Discard",
  "offline.stillWaiting": {
    one: "{count} change hasn't been sent and would be lost.",
    other: "{count} changes haven't been sent and would be lost.",
  },
  "offline.leaveAnyway": "Sign out anyway",
  "offline.add_task": "Add {what}",
  "offline.update_task": "Change {what}",
  "offline.complete_task": "Complete {what}",
  "offline.reopen_task": "Reopen {what}",
  "offline.delete_task": "Delete {what}",
  "offline.restore_task": "Restore {what}",
  "offline.undo": "Undo the change of {what}",
} as const;
