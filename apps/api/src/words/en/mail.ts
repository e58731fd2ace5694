/** What stands around a message in an e-mail, and the words of a test. */
import type { MailWords } from "../words.ts";

export const mail: MailWords = {
  language: "en",
  testTitle: "A test from Todo",
  testBody: "If you can read this, your reminders arrive here.",
  late: "This comes late: it fell due while nothing could be sent.",
  open: "Open in Todo",
  why: "You get this because you asked Todo to remind you.",
  settings: "Change where reminders go",
};
