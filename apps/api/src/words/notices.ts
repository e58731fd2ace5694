/** What reminders and the day's digest say, by language. */
import { type Due, type Moment, sayDue } from "./dates.ts";
import type { Language } from "./languages.ts";
import { sayDue as sayDueInUrdu } from "./ur/dates.ts";

export interface NoticeWords {
  /** Below the task's title. */
  reminder(due: Due, moment: Moment, late: boolean): string;
  digestTitle(count: number): string;
  /** A task a line. */
  digest(tasks: (Due & { title: string })[], count: number, moment: Moment): string;
}

const en: NoticeWords = {
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

const ur: NoticeWords = {
  reminder(due, moment, late) {
    const said = sayDueInUrdu(due, moment);
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
    const lines = tasks.map((task) => `• ${task.title} (${sayDueInUrdu(task, moment)})`);
    return [...lines, ...(more > 0 ? [`اور ${more} مزید۔`] : [])].join("\n");
  },
};

const languages: Record<Language, NoticeWords> = { en, ur };

export const noticeWordsOf = (language: Language): NoticeWords => languages[language];
