/** Without a network: what is shown, what waits, and what the server then didn't take. */
import type { Messages } from "../messages.ts";

export const offline = {
  "connection.lost": "رابطہ نہیں۔ جو نظر آ رہا ہے وہ کچھ دیر پرانا ہو سکتا ہے۔",
  "offline.waiting": {
    one: "آف لائن۔ {count} تبدیلی بھیجے جانے کے انتظار میں ہے۔",
    other: "آف لائن۔ {count} تبدیلیاں بھیجے جانے کے انتظار میں ہیں۔",
  },
  "offline.unsent": "نیا کام، ابھی بھیجا نہیں گیا",
  "offline.refused": {
    one: "{count} تبدیلی قبول نہیں ہوئی۔",
    other: "{count} تبدیلیاں قبول نہیں ہوئیں۔",
  },
  "offline.look": "دیکھیں",
  "offline.refusedTitle": "قبول نہیں ہوا",
  "offline.refusedLead": "یہ تبدیلیاں نیٹ ورک کے بغیر کی گئی تھیں۔ انہیں دوبارہ بھیجیں، یا جانے دیں۔",
  "offline.drop": "جانے دیں",
  "offline.stillWaiting": {
    one: "{count} تبدیلی ابھی بھیجی نہیں گئی اور ضائع ہو جائے گی۔",
    other: "{count} تبدیلیاں ابھی بھیجی نہیں گئیں اور ضائع ہو جائیں گی۔",
  },
  "offline.leaveAnyway": "پھر بھی سائن آؤٹ کریں",
  "offline.add_task": "{what} شامل کرنا",
  "offline.update_task": "{what} میں تبدیلی",
  "offline.complete_task": "{what} مکمل کرنا",
  "offline.reopen_task": "{what} دوبارہ کھولنا",
  "offline.delete_task": "{what} مٹانا",
  "offline.restore_task": "{what} واپس لانا",
  "offline.undo": "{what} کی تبدیلی واپس لینا",
} as const satisfies Partial<Messages["workspace"]>;
