/** What a notification says, in a window or, by the service worker, past one. */
export const notices = {
  "notice.region": "Reminders",
  "notice.reminder": "Reminder",
  "notice.digest": "Your tasks for today",
  "notice.late": "It should have come earlier; the server was away.",
  "notice.earlier": "It came at {time}.",
  "notice.complete": "Complete",
  "notice.snooze": "Snooze 10 min",
  "notice.open": "Open",
  "notice.snoozed": "Reminding you again in 10 minutes.",
  "notice.notCompleted": "That didn't arrive. Open the task to complete it.",
  "notice.notSnoozed": "That didn't arrive. Open the task to be reminded later.",
  "notice.unreadable": "Open Todo to see what is due.",
} as const;
