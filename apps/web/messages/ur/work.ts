/** Filters, the history of a task, its notes, and lines that were pasted. */
import type { Messages } from "../messages.ts";

export const work = {
  "view.filter": "فلٹر",
  "empty.filter": "اس فلٹر سے کچھ نہیں ملتا۔",
  "nav.filters": "فلٹر",
  "filter.query": "شرائط سے چھانٹیں",
  "filter.queryPlaceholder": "due this week & (@home | p1)",
  "filter.suggestions": "یہاں کیا آ سکتا ہے",
  "filter.noLabel": "“{name}” نام کا کوئی لیبل نہیں۔",
  "filter.noList": "“{name}” نام کی کوئی فہرست نہیں۔",
  "filter.save": "فلٹر محفوظ کریں",
  "filter.saveChange": "تبدیلی محفوظ کریں",
  "filter.saved": "“{name}” محفوظ ہو گیا۔",
  "filter.rename": "فلٹر کا نام بدلیں",
  "filter.delete": "فلٹر حذف کریں",
  "filter.moveUp": "اوپر لے جائیں",
  "filter.moveDown": "نیچے لے جائیں",

  "notes.edit": "تفصیل میں ترمیم کریں",
  "notes.markdown": "مارک ڈاؤن سمجھا جاتا ہے۔",

  "history.title": "اس کام کے ساتھ کیا ہوا",
  "history.show": "تاریخ دکھائیں",
  "history.hide": "تاریخ چھپائیں",
  "history.more": "پہلے کی تبدیلیاں دکھائیں",
  "history.undo": "واپس کریں: {change}",
  "history.why": "اس کے کہنے پر:",
  "history.openConversation": "گفتگو کھولیں",
  "by.web": "ایپ میں",
  "by.assistant": "معاون سے",
  "by.mcp": "منسلک پروگرام سے",
  "by.cli": "کمانڈ لائن سے",
  "by.rest": "پروگرام سے",

  "paste.title": "ان کے کام بنائیں؟",
  "paste.lead": { one: "{count} سطر چسپاں ہوئی۔", other: "{count} سطریں چسپاں ہوئیں۔" },
  "paste.lines": "سطریں",
  "paste.keep": "متن کے طور پر چسپاں کریں",
  "paste.add": { one: "{count} کام شامل کریں", other: "{count} کام شامل کریں" },
  "paste.failed": { one: "{count} سطر شامل نہ ہو سکی۔", other: "{count} سطریں شامل نہ ہو سکیں۔" },
} as const satisfies Partial<Messages["workspace"]>;
