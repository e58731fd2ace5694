/**
 * Throws strings at the interpreter: words of dates and requests in any order,
 * bytes, lone surrogates, marks that turn the writing round. Ends with the
 * string that made it throw or answer out of bounds.
 * `node bench/language-fuzz.ts [how many] [seed]`, a million by default.
 */
import { interpret, quickAdd } from "@todo/language";
import fc from "fast-check";

const [count = 1_000_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const options = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };

const words = fc.constantFrom(
  ...[
    "in,3,days,half,an,hour,and,a,quarter,past,to,noon,next,last,friday,fri@3pm,the,day,after,before,christmas,march,5,5th",
    "2026-13-45,99:99,0,24:00,12/25,9-11,-,@5pm,every,other,monday,of,month,until,for,times,remind,me,add,p1,+list,#tag",
    "*x,!3,\",',“,”,(,),kal,subah,ko,کل,صبح,پانچ,بجے,\u200f,\u202e,\ud800,😀,é,e\u0301,\u0000,\n,\t,1e9,999999999999",
  ]
    .join(",")
    .split(","),
);
const lines = fc.array(words, { maxLength: 25 }).map((each) => each.join(" "));
const glued = fc.array(words, { maxLength: 8 }).map((each) => each.join(""));
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((each) => String.fromCharCode(...each));
const texts = fc.oneof({ arbitrary: lines, weight: 4 }, glued, units, fc.string({ unit: "grapheme" }));

const started = performance.now();
fc.assert(
  fc.property(texts, (text) => {
    const spans = [
      ...interpret(text, options).flatMap((intention) => Object.values(intention.spans)),
      ...Object.values(quickAdd(text, options).spans).flat(),
    ];
    return spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length);
  }),
  { numRuns: count, seed },
);
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} strings in ${seconds.toFixed(0)} s with seed ${seed}: none threw, every span lies in its text.`,
);
