/** Views, what is selected in them, and what is dragged. */

import type { views as english } from "../en/views.ts";
import type { Messages } from "../messages.ts";

export const views = {
  "view.upcoming": "آئندہ",
  "empty.upcoming": "ابھی کچھ طے نہیں۔ نیچے تاریخ والا کام شامل کریں۔",

  "day.named": "{name} · {date}",
  "day.empty": "ابھی کچھ نہیں",

  "task.progress": "{total} ذیلی کاموں میں سے {completed} مکمل",
  "task.progressShort": "{completed}/{total}",
  "subtasks.label": "ذیلی کام",
  "subtasks.add": "ذیلی کام شامل کریں",
  "subtasks.of": "“{title}” کا حصہ",

  "select.start": "منتخب کریں",
  "select.task": "“{title}” منتخب کریں",
  "select.all": "سب منتخب کریں",
  "select.actions": "منتخب کاموں کے لیے",
  "select.stop": "انتخاب ختم کریں",
  "select.count": { one: "{count} منتخب", other: "{count} منتخب" },
  "select.growing": { one: "{count} منتخب، مزید آ رہے ہیں…", other: "{count} منتخب، مزید آ رہے ہیں…" },
  "select.complete": "مکمل کریں",
  "select.schedule": "تاریخ",
  "select.move": "فہرست",
  "select.priority": "ترجیح",
  "select.addLabel": "لیبل",
  "select.newLabel": "نیا لیبل",

  "bulk.failed": { one: "{count} کام نہیں بدلا جا سکا۔", other: "{count} کام نہیں بدلے جا سکے۔" },

  "trash.empty": "ٹوکری خالی کریں",
  "trash.deleteForGood": "ہمیشہ کے لیے مٹائیں",
  "trash.purgeTitle": {
    one: "{count} کام ہمیشہ کے لیے مٹائیں؟",
    other: "{count} کام ہمیشہ کے لیے مٹائیں؟",
  },
  "trash.purgeAllTitle": "ٹوکری خالی کریں؟",
  "trash.purgeText": "یہ واپس نہیں آ سکتے: تاریخچہ بھی ان کے الفاظ بھول جاتا ہے۔",
  "trash.purged": {
    one: "{count} کام ہمیشہ کے لیے مٹایا گیا۔",
    other: "{count} کام ہمیشہ کے لیے مٹائے گئے۔",
  },
  "trash.keep": "رہنے دیں",

  "drag.handle": "“{title}” کو سرکائیں",
  "drag.lifted": "“{title}” اٹھایا گیا۔ تیر والی کلیدیں سرکاتی ہیں، Space رکھتی ہے، Escape واپس رکھتی ہے۔",
  "drag.place": "{count} میں سے جگہ {place}",
  "drag.day": "{day} پر",
  "drag.dropped": "“{title}” رکھ دیا گیا۔",
  "drag.putBack": "“{title}” واپس رکھا گیا۔",

  "command.select": "کام منتخب کریں، یا یہاں تک سب",
  "command.selectAll": "سب کام منتخب کریں",
  "command.schedule": "تاریخ مقرر کریں",
  "command.priority": "ترجیح مقرر کریں",
  "command.label": "لیبل لگائیں",
  "command.move": "فہرست میں لے جائیں",
} satisfies Pick<Messages["workspace"], keyof typeof english>;
