/** How Urdu leans on what was said before, in both of its scripts. */
import type { FollowUps } from "../follow-ups.ts";
import { everyday } from "./everyday.ts";

const end = String.raw`(?=[\s۔؟?.!،]|$)`;

export const followUps: FollowUps = {
  ...everyday,

  besides: [/^(?:aur|اور)\s+/iu, /\s+(?:bhi|بھی)(?=[\s۔.!؟?]|$)/iu],
  same_place: /\s+(?:us|isi?|usi|اس|اسی)\s+(?:mein|men|میں)(?=\s|$)/iu,
  own_tasks: /(?:mere\s+kaam|inbox|میرے\s+کام|ان\s?باکس)/iu,
  clause:
    /^(?:main|hum|aap|tum|wo|woh|ye|yeh|kya|kab|kyun|kaise|theek|acha|achha|shukriya|nahi|nahin|haan|میں|ہم|آپ|تم|وہ|یہ|کیا|کب|کیوں|کیسے|ٹھیک|اچھا|شکریہ|نہیں|ہاں)(?=[\s،,۔.!؟?]|$)/iu,
  add: (things) =>
    /(?:karo|kar do|kar dein|dalo|کرو|کر دو|کریں|ڈالو)[\s۔.!]*$/iu.test(things)
      ? things
      : `${things} شامل کرو`,

  rest: new RegExp(
    String.raw`(?<=^|\s)(?:baa?qi|baa?ki|باقی)(?:\s+(?:sab|saa?re|سب|سارے))?(?:\s+(?:kaam|کام))?(?:\s+(?:ko|کو))?${end}`,
    "iu",
  ),
  those: "یہ سب",
  moved: /^(?:(?:aur|اور)\s+)*(?<what>یہ سب|usay|isay|unhein|inhein|dono|اسے|انہیں|دونوں)\s+(?<when>\S.*)$/iu,
  move: (what, when) => `${what} ${when} کر دو`,
  look: /^(?:(?:aur|اور)\s+)?یہ سب(?:\s+(?:dikhao|دکھاؤ|kya hain|کیا ہیں))?[\s؟?۔.!]*$/iu,

  points:
    /^(?:woh|wo|ye|yeh|usay|isay|unhein|inhein|dono|sab|baqi|وہ|یہ|اسے|انہیں|دونوں|سب|باقی)(?:\s+(?:wala|wale|sab|والا|والے|سب))?$/iu,
  take: /^(?:haan?[,\s]+|ہاں[،\s]+)?(?:add kar(?:o| do)|kar do|شامل کرو|شامل کر دو|کر دو)[\s۔.!]*$/iu,

  same: /^(?<title>\S.*?)\s+(?:ka|ke|ki|کا|کے|کی)\s+(?:bhi|بھی)\s+(?:yehi|yahi|یہی)(?=\s|$)/iu,
  elsewhere: /^(?:(?:nahi|nahin|نہیں)[,،\s]+)(?<place>\S.*?)\s+(?:mein|میں)[\s۔.!]*$/iu,
  moveTo: (place, several) => `${several ? "انہیں" : "اسے"} ${place} میں ڈالو`,
  but: /^(?<kept>\S.*?)\s+(?:ke|کے)\s+(?:siwa|ilawa|سوا|علاوہ)\s+(?<deed>\S.*)$/iu,

  further: /^(?<lead>(?:(?:aur|اور)\s+)+)?(?<day>\S.*?)(?:\s+(?:ko|کو))?[\s؟?۔.!]*$/iu,
  ask: (day) => `${day} کیا کرنا ہے؟`,
  show: /^(?:(?:wo|woh|ye|yeh|usay|وہ|یہ|اسے)\s+)?(?:kaam\s+|کام\s+)?(?:phir\s+se\s+|پھر\s+سے\s+)?(?:dikhao|دکھاؤ)$|^(?:us|is|اس)\s+(?:mein|میں)\s+(?:kya|کیا)\s+(?:likha|لکھا)\s+(?:hai|ہے)[\s؟?]*$/iu,
  show_all: /^(?:(?:wo|woh|ye|yeh|وہ|یہ)\s+(?:sab|سب)|unhein|inhein|انہیں)\s+(?:dikhao|دکھاؤ)[\s۔.!]*$/iu,
  leave: /^(?:rehne|rahne|رہنے)\s+(?:do|دو)[\s۔.!]*$/iu,
  not_this: /^(?<title>\S.*?)\s+(?:abhi|ابھی)\s+(?:nahi|nahin|نہیں)[\s۔.!]*$/iu,
  not_so:
    /^(?:(?:nahi|nahin|نہیں)[,،\s]+)?(?:(?:wo|woh|ye|yeh|وہ|یہ)\s+)?(?:(?:abhi|ابھی)\s+)?(?:tak\s+|تک\s+)?(?:nahi|nahin|نہیں)(?:\s+(?:hua|hui|huay|ہوا|ہوئی|ہوئے))?[\s۔.!]*$/iu,
  duplicate: /^(?:duplicate|dohra|دہرا|ڈپلیکیٹ)(?:\s+(?<title>\S.*))?$/iu,
  duplicates: /^(?:dohre|دہرے)/iu,
  steps:
    /^(?<title>\S.*?)\s+(?:ke|کے)\s+(?:hissay|hisse|qadam|حصے|قدم)(?:\s+(?:dikhao|kya hain|دکھاؤ|کیا ہیں))?[\s؟?۔.!]*$/iu,
};
