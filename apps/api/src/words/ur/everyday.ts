/** What people say in Urdu of their tasks as a whole, or around a request, in both of its scripts. */
import type { Everyday } from "../everyday.ts";

const end = String.raw`[\s؟?۔.!]*$`;
const whole = (...ways: string[]) =>
  new RegExp(`^(?:${ways.join("|").replaceAll(" ", String.raw`\s+`)})${end}`, "iu");
/** Fits nothing: Urdu says it otherwise, or the interpreter knows it already. */
const never = /(?!)/u;

const list = "(?:lists?|fehrist|فہرست|لسٹ)";
const kaam = "(?:kaam|tasks?|کام)";
const what = "(?:kya|کیا)";
const most = "(?:sab ?se|سب ?سے) (?:zyada|ziyada|زیادہ)";
const least = "(?:sab ?se|سب ?سے) (?:kam|کم)";
const my = "(?:(?:mera|meri|mere|میرا|میری|میرے) )?";
const make =
  "(?:plan|پلان|منصوبہ|tarteeb|ترتیب)(?: (?:karo|kar do|banao|bana do|do|کرو|کر دو|بناؤ|بنا دو|دو))?";

export const everyday: Everyday = {
  asides: [
    /^(?<aside>(?:main|mein|mujhe|meri|mera|aaj|میں|مجھے|میری|میرا|آج)\s+[^،,۔.]*?(?:hoon|hun|hai|hain|raha|rahi|ہوں|ہے|ہیں|رہا|رہی))\s*[،,۔.]\s*(?<request>\S.*)$/iu,
  ],
  aside_day: /(?<!\p{L})(?<day>aaj|aj|kal|آج|کل)(?!\p{L})/iu,
  cannot: never,
  later: never,
  intends: [],
  gives: never,
  doing: never,

  below: [
    /^(?<what>\S.*?)\s+(?:ko|کو)\s+(?<parent>\S.*?)\s+(?:ka|ke|کا|کے)\s+(?:hissa|neeche|andar|حصہ|نیچے|اندر)\s+(?:banao|bana do|kar do|karo|rakho|rakh do|daalo|daal do|بناؤ|بنا دو|کرو|کر دو|رکھو|رکھ دو|ڈالو|ڈال دو)[\s۔.!]*$/iu,
  ],
  swap: /^(?<one>\S.*?)\s+(?:aur|or|اور)\s+(?<other>\S.*?)\s+(?:ko\s+|کو\s+)?(?:aapas\s+mein|آپس\s+میں)\s+(?:badal|badlo|badal\s+do|بدل|بدلو|بدل\s+دو)[\s۔.!]*$/iu,
  once: never,
  stop: /^(?<title>\S.*?)\s+(?:band|بند)\s+(?:karo|kar do|kar dein|کرو|کر دو|کر دیں)[\s۔.!]*$/iu,
  several: never,
  counted: () => undefined,

  missing: never,

  plan: never,
  week: whole(
    `${my}(?:is |اس )?(?:hafta|hafte|ہفتہ|ہفتے) (?:ka |ki |کا |کی )?${make}`,
    `(?:hafta|ہفتہ) (?:kaisa|کیسا) (?:hai|ہے)`,
  ),
  day: whole(
    `${my}(?:din|aaj|دن|آج) (?:ka |ki |کا |کی )?${make}`,
    `${my}(?:din|دن) (?:kaisa|کیسا) (?:hai|ہے)`,
    "(?:khulasa|خلاصہ)(?: (?:dikhao|batao|دکھاؤ|بتاؤ))?",
  ),
  first: whole(
    `(?:(?:main|mein|میں) )?(?:(?:sab ?se|سب ?سے) )?(?:pehle|pehlay|پہلے) ${what} (?:karun|karoon|karna hai|karu|کروں|کرنا ہے)`,
    `(?:(?:ab|اب) )?${what} (?:karun|karoon|karu|کروں)`,
    `(?:kahan|کہاں) (?:se|سے) (?:shuru|شروع) (?:karun|karoon|karu|کروں)`,
    `(?:agla|اگلا) ${kaam}(?: ${what} (?:hai|ہے))?`,
  ),
  counts: whole(`(?:har|ہر) ${list} (?:mein|men|میں) (?:kitne|kitnay|کتنے) ${kaam} (?:hain|hai|ہیں|ہے)`),
  fullest: whole(
    `(?:kis|kaun ?si|konsi|کس|کون ?سی) ${list} (?:mein|men|میں) ${most} ${kaam} (?:hain|hai|ہیں|ہے)`,
  ),
  emptiest: whole(
    `(?:kis|kaun ?si|konsi|کس|کون ?سی) ${list} (?:mein|men|میں) ${least} ${kaam} (?:hain|hai|ہیں|ہے)`,
  ),

  question: /^(?:\S+\s+){1,5}(?:kahan|kab|کہاں|کب)(?=[\s؟?]|$)/iu,
  noise: new Set(
    "kahan kab hai hain karna tha mera meri mere mujhe ka ki ke ko mein wala kaam کہاں کب ہے ہیں کرنا تھا میرا میری میرے مجھے کا کی کے کو میں والا کام".split(
      " ",
    ),
  ),
};
