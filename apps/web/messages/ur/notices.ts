/** What a notification says, in a window or, by the service worker, past one. */
import type { notices as english } from "../en/notices.ts";

export const notices = {
  "notice.region": "یاد دہانیاں",
  "notice.reminder": "یاد دہانی",
  "notice.digest": "آج کے کام",
  "notice.late": "یہ پہلے آنی تھی؛ سرور بند تھا۔",
  "notice.earlier": "یہ {time} پر آئی تھی۔",
  "notice.complete": "مکمل",
  "notice.snooze": "10 منٹ بعد",
  "notice.open": "کھولیں",
  "notice.snoozed": "10 منٹ بعد پھر یاد دلایا جائے گا۔",
  "notice.notCompleted": "یہ نہیں پہنچا۔ مکمل کرنے کے لیے کام کھولیں۔",
  "notice.notSnoozed": "یہ نہیں پہنچا۔ بعد میں یاد دہانی کے لیے کام کھولیں۔",
  "notice.unreadable": "جو کرنا ہے اسے دیکھنے کے لیے Todo کھولیں۔",
} as const satisfies Record<keyof typeof english, string>;
