/** What stands around a message in an e-mail, and the words of a test. */
import type { Language } from "./languages.ts";

interface MailWords {
  testTitle: string;
  testBody: string;
  late: string;
  open: string;
  why: string;
  settings: string;
}

const words: Record<Language, MailWords> = {
  en: {
    testTitle: "A test from Todo",
    testBody: "If you can read this, your reminders arrive here.",
    late: "This comes late: it fell due while nothing could be sent.",
    open: "Open in Todo",
    why: "You get this because you asked Todo to remind you.",
    settings: "Change where reminders go",
  },
  ur: {
    testTitle: "ٹوڈو کی طرف سے ایک آزمائش",
    testBody: "اگر آپ یہ پڑھ سکتے ہیں تو آپ کی یاد دہانیاں یہاں پہنچتی ہیں۔",
    late: "یہ دیر سے آیا ہے: جب اس کا وقت ہوا تو کچھ بھیجا نہیں جا سکتا تھا۔",
    open: "ٹوڈو میں کھولیں",
    why: "آپ کو یہ اس لیے ملا کہ آپ نے ٹوڈو سے یاد دلانے کو کہا تھا۔",
    settings: "یاد دہانیاں کہاں جائیں، یہ بدلیں",
  },
};

export const mailWordsOf = (language: Language): MailWords => words[language];
