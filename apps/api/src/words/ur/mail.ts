/** What stands around a message in an e-mail, and the words of a test. */
import type { MailWords } from "../words.ts";

export const mail: MailWords = {
  language: "ur",
  testTitle: "ٹوڈو کی طرف سے ایک آزمائش",
  testBody: "اگر آپ یہ پڑھ سکتے ہیں تو آپ کی یاد دہانیاں یہاں پہنچتی ہیں۔",
  late: "یہ دیر سے آیا ہے: جب اس کا وقت ہوا تو کچھ بھیجا نہیں جا سکتا تھا۔",
  open: "ٹوڈو میں کھولیں",
  why: "آپ کو یہ اس لیے ملا کہ آپ نے ٹوڈو سے یاد دلانے کو کہا تھا۔",
  settings: "یاد دہانیاں کہاں جائیں، یہ بدلیں",
};
