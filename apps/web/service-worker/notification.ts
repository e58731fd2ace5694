/** A message as the notification that shows it. */
import { directionOf, isLanguage, type Language } from "@todo/contract/languages";
import { notices as en } from "../messages/en/notices.ts";
import { translatedNotices } from "../messages/translations.ts";
import type { PushMessage } from "./push-message.ts";

export type Action = "complete" | "snooze";

export const SNOOZE_MINUTES = 10;

interface Shown {
  title: string;
  options: NotificationOptions & { actions: { action: Action; title: string }[]; renotify: boolean };
}

type Words = Record<
  `notice.${"late" | "complete" | "snooze" | "notCompleted" | "notSnoozed" | "unreadable"}`,
  string
>;

/** What is said here in all languages: no page is open to say it. */
const words: Record<Language, Words> = { en, ...translatedNotices };

const wordsIn = (tag: string): Words => words[[tag, tag.split("-")[0]].find(isLanguage) ?? "en"];

const mannerOf = ({ language, id }: PushMessage) => ({
  lang: language,
  dir: directionOf(language),
  tag: id,
});

/** The same message again replaces the first and makes no second sound. */
export function notificationOf(message: PushMessage): Shown {
  const says = wordsIn(message.language);
  return {
    title: message.title,
    options: {
      ...mannerOf(message),
      body: message.late && !message.body ? says["notice.late"] : message.body,
      data: message,
      renotify: false,
      // A reminder is for somebody who looks away just now.
      requireInteraction: message.kind === "reminder",
      actions: message.task
        ? [
            { action: "complete", title: says["notice.complete"] },
            { action: "snooze", title: says["notice.snooze"] },
          ]
        : [],
    },
  };
}

/** In its place when an action didn't arrive: a touch opens the task. */
export function failureOf(message: PushMessage, action: Action): Shown {
  const says = wordsIn(message.language);
  return {
    title: message.title,
    options: {
      ...mannerOf(message),
      body: says[action === "complete" ? "notice.notCompleted" : "notice.notSnoozed"],
      data: message,
      renotify: true,
      requireInteraction: true,
      actions: [],
    },
  };
}

/** For a message that can't be read: browsers insist that each push is shown. `locale` is the browser's. */
export const unreadable = (locale: string): string => wordsIn(locale)["notice.unreadable"];
