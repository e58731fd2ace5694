/** The palette, and what it and the keys can do. */
import type { Messages } from "../messages.ts";

export const commands = {
  "command.palette": "کچھ بھی کریں یا ڈھونڈیں",
  "command.filter": "فلٹر لگائیں",
  "command.newList": "نئی فہرست",
  "command.newConversation": "نئی گفتگو",
  "command.conversations": "گفتگوئیں",
  "command.navigation": "راستے دکھائیں یا چھپائیں",
  "command.assistantColumn": "معاون دکھائیں یا چھپائیں",
  "command.theme": "روشن اور تاریک میں بدلیں",
  "command.density": "کھلی اور تنگ قطاروں میں بدلیں",
  "command.restore": "کام واپس لائیں",
  "sign.out": "سائن آؤٹ کریں",

  "palette.placeholder": "کیا کرنا یا ڈھونڈنا ہے؟",
  "palette.results": "جو ملا",
  "palette.recent": "حال ہی میں",
  "palette.actions": "کریں",
  "palette.places": "جائیں",
  "palette.tasks": "کام",
  "palette.words": "ان لفظوں سے",
  "palette.add": "“{words}” کام شامل کریں",
  "palette.search": "“{words}” تلاش کریں",
  "palette.say": "معاون سے “{words}” کہیں",
  "palette.found": { one: "{count} ملا", other: "{count} ملے" },

  "shortcuts.change": "کلیدیں بدلیں، یا اکیلی کلیدیں بند کریں",
} as const satisfies Partial<Messages["workspace"]>;
