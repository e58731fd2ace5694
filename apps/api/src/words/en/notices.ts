/** What reminders and the day's digest say. */
import { sayDue } from "../dates.ts";
import type { NoticeWords } from "../words.ts";

export const notices: NoticeWords = {
  reminder(due, moment, late) {
    const said = sayDue(due, moment);
    return [said ? `Due ${said}.` : "You wanted to be reminded.", late ? "This reminder is late." : ""]
      .filter(Boolean)
      .join(" ");
  },
  digestTitle: (count) => (count === 1 ? "1 task for today" : `${count} tasks for today`),
  digest(tasks, count, moment) {
    const more = count - tasks.length;
    const lines = tasks.map((task) => `• ${task.title} (${sayDue(task, moment)})`);
    return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join("\n");
  },
};
