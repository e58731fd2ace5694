/** What is said everywhere: actions, counts, navigation, commands. */
import type { Messages } from "../messages.ts";

export const app = {
  "app.name": "Todo",
  "app.description": "کاموں کا منتظم جس سے آپ بات کر سکتے ہیں۔",
  nothing: "کچھ نہیں",
  selected: "منتخب",
  quoted: "“{title}”",

  "action.add": "شامل کریں",
  "action.cancel": "رہنے دیں",
  "action.close": "بند کریں",
  "action.copy": "نقل کریں",
  "action.delete": "مٹائیں",
  "action.dismiss": "ہٹائیں",
  "action.done": "ٹھیک ہے",
  "action.redo": "دوبارہ کریں",
  "action.rename": "نام بدلیں",
  "action.restore": "واپس لائیں",
  "action.save": "محفوظ کریں",
  "action.send": "بھیجیں",
  "action.stop": "روکیں",
  "action.tryAgain": "دوبارہ کوشش کریں",
  "action.undo": "واپس کریں",

  "count.tasks": { one: "{count} کام", other: "{count} کام" },
  "count.things": { one: "{count} چیز", other: "{count} چیزیں" },
  "count.changes": { one: "{count} تبدیلی", other: "{count} تبدیلیاں" },
  "count.days": { one: "{count} دن", other: "{count} دن" },

  "unreachable.title": "Todo اپنے سرور تک نہیں پہنچ پا رہا",
  "unreachable.text": "آپ کے کام محفوظ ہیں۔ یہ صفحہ ہر چند سیکنڈ بعد خود کوشش کرتا ہے۔",

  "broken.title": "کچھ خرابی ہو گئی",
  "broken.text": "آپ کے کام محفوظ ہیں۔ دوبارہ کوشش کریں، اور پھر بھی نہ ہو تو صفحہ تازہ کریں۔",

  "missing.title": "صفحے کا ایک حصہ نہیں پہنچا",
  "missing.text": "آپ کے کام محفوظ ہیں۔ اپنا کنکشن دیکھیں، پھر دوبارہ کوشش کریں۔",

  "notFound.title": "یہاں کچھ نہیں",
  "notFound.text": "شاید پتہ بدل گیا ہے، یا جو یہاں تھا وہ مٹا دیا گیا۔",
  "notFound.home": "ان باکس پر جائیں",

  "settings.title": "ترتیبات",

  "nav.column": "راستے",
  "nav.label": "منظر",
  "nav.lists": "فہرستیں",
  "nav.labels": "لیبل",
  "nav.newList": "نئی فہرست",
  "nav.newListName": "فہرست کا نام",
  "nav.open": "راستے کھولیں",
  "nav.hide": "راستے چھپائیں",
  "nav.show": "راستے دکھائیں",

  "tabs.label": "حصے",
  "tabs.tasks": "کام",
  "tabs.assistant": "معاون",
  "tabs.search": "تلاش",
  "tabs.actions": "عمل",

  "command.add": "کام شامل کریں",
  "command.search": "تلاش کریں",
  "command.assistant": "معاون کو لکھیں",
  "command.next": "اگلا کام",
  "command.previous": "پچھلا کام",
  "command.complete": "کام مکمل کریں",
  "command.edit": "کام میں ترمیم کریں",
  "command.undo": "واپس کریں",
  "command.redo": "دوبارہ کریں",
  "command.back": "ایک قدم پیچھے",
  "command.help": "کی بورڈ کے شارٹ کٹ",

  "shortcuts.title": "کی بورڈ کے شارٹ کٹ",
} as const satisfies Partial<Messages["workspace"]>;
