/** What reminders and the day's digest say. */
import type { NoticeWords } from "../words.ts";
import { sayDue } from "./dates.ts";

export const notices: NoticeWords = {
  reminder(due, moment, late) {
    const said = sayDue(due, moment);
    return [
      said ? `مقررہ وقت: ${said}۔` : "آپ نے یاد دلانے کو کہا تھا۔",
      late ? "یہ یاد دہانی دیر سے آئی ہے۔" : "",
    ]
      .filter(Boolean)
      .join(" ");
  },
  digestTitle: (count) => (count === 1 ? "آج کے لیے 1 کام" : `آج کے لیے ${count} کام`),
  digest(tasks, count, moment) {
    const more = count - tasks.length;
    const lines = tasks.map((task) => `• ${task.title} (${sayDue(task, moment)})`);
    return [...lines, ...(more > 0 ? [`اور ${more} مزید۔`] : [])].join("\n");
  },
};
