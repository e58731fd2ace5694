/** Days with a name. Those that differ by country are where most people in the United States have them. */
import { civilDay } from "../../../dates/civil.ts";
import {
  type Feast,
  feast,
  onCalendar,
  onDate,
  onEaster,
  onNthWeekday,
  onOrthodoxEaster,
} from "../../../dates/feasts.ts";
import type { DatePhrase } from "../../locale.ts";
import { maybe, say } from "./say.ts";

/** "mother's day", "mothers' day", "mother day" */
const of = (...names: string[]) =>
  `(${names.flatMap((name) => [`${name}'s`, `${name}s`, `${name}s'`, name]).join("|")})`;
const eid = (name: string) =>
  `(eid [ul|al] ${name}|(eid|id) (al-${name}|ul-${name})|(eid-al-${name}|eid-ul-${name}))`;
/** A year of 365 days without leap days; it began on 16 August in 2022. */
const parsiNewYear: Feast = (year) => (civilDay(2022, 8, 16) ?? 0) + (year - 2022) * 365;
const thanksgiving = onNthWeekday(4, 4, 11);
const thanksgivingAnd = (later: number) => onNthWeekday(4, 4, 11, later);

/** Names that are hardly ever anything else. */
const holidays: [string, Feast][] = [
  [`${of("new year")} day`, onDate(1, 1)],
  ["new (years|year's|year)", onDate(1, 1)],
  [`(${of("new year")} eve|nye)`, onDate(12, 31)],
  ["(epiphany|three kings day|twelfth night)", onDate(1, 6)],
  ["(mlk day|mlk|martin luther king day|[dr] martin luther king jr day|mlk jr day)", onNthWeekday(3, 1, 1)],
  ["australia day", onDate(1, 26)],
  ["groundhog day", onDate(2, 2)],
  [`([st|saint] ${of("valentine")} day|[st|saint] ${of("valentine")})`, onDate(2, 14)],
  [`(${of("president")} day|washington's birthday|washington birthday)`, onNthWeekday(3, 1, 2)],
  [`(lincoln|lincoln's|lincolns) birthday`, onDate(2, 12)],
  ["leap day", onDate(2, 29)],
  ["([st|saint] david's day|[st|saint] davids day)", onDate(3, 1)],
  [`[international] ${of("women")} day`, onDate(3, 8)],
  ["pi day", onDate(3, 14)],
  [
    `((st|saint) ${of("patrick", "paddy", "patty")} day|(st|saint) ${of("patrick")}|paddy's day|paddys day)`,
    onDate(3, 17),
  ],
  ["(nowruz|norooz|navroz|jamshedi navroz)", onDate(3, 21)],
  ["parsi new year", parsiNewYear],
  [`[all] (april ${of("fool")} day|april ${of("fool")}|fools day)`, onDate(4, 1)],
  ["(tax day)", onDate(4, 15)],
  ["earth day", onDate(4, 22)],
  ["(st|saint) (george's|georges) day", onDate(4, 23)],
  ["anzac day", onDate(4, 25)],
  ["(labour day|international workers day|international workers' day|may day)", onDate(5, 1)],
  ["(star wars day|may the fourth be with you)", onDate(5, 4)],
  ["cinco de mayo", onDate(5, 5)],
  ["(victoria day)", (year) => onNthWeekday(-1, 1, 5)(year)],
  [`${of("mother")} day`, onNthWeekday(2, 7, 5)],
  ["memorial day", onNthWeekday(-1, 1, 5)],
  [`${of("father")} day`, onNthWeekday(3, 7, 6)],
  ["(juneteenth)", onDate(6, 19)],
  ["(canada day)", onDate(7, 1)],
  ["([us|american] independence day|(the|) fourth of july)", onDate(7, 4)],
  ["bastille day", onDate(7, 14)],
  ["labor day", onNthWeekday(1, 1, 9)],
  ["patriot day", onDate(9, 11)],
  [
    "(columbus day|indigenous people's day|indigenous peoples day|indigenous peoples' day)",
    onNthWeekday(2, 1, 10),
  ],
  [`(halloween|hallowe'en|all (hallow's|hallows) eve)`, onDate(10, 31)],
  [`all ${of("saint")} day`, onDate(11, 1)],
  [`all ${of("soul")} day`, onDate(11, 2)],
  ["(guy fawkes [night|day]|bonfire night)", onDate(11, 5)],
  [`(${of("veteran")} day|armistice day|remembrance day)`, onDate(11, 11)],
  ["(singles day|singles' day)", onDate(11, 11)],
  ["(thanksgiving|turkey day) [day]", thanksgiving],
  ["canadian thanksgiving [day]", onNthWeekday(2, 1, 10)],
  ["(thanksgiving eve)", thanksgivingAnd(-1)],
  ["black friday", thanksgivingAnd(1)],
  ["small business saturday", thanksgivingAnd(2)],
  ["cyber monday", thanksgivingAnd(4)],
  ["giving tuesday", thanksgivingAnd(5)],
  ["(st|saint) (nicholas|nicholas's|nick's|nicks) day", onDate(12, 6)],
  ["(christmas|xmas|x-mas|chrismas|christmass|noel) [day]", onDate(12, 25)],
  ["(christmas|xmas|x-mas) eve", onDate(12, 24)],
  ["(boxing day|(st|saint) stephen's day)", onDate(12, 26)],
  ["kwanzaa", onDate(12, 26)],
  ["(easter [sunday|sun|day]|resurrection sunday)", onEaster()],
  ["easter (monday|mon)", onEaster(1)],
  ["(easter eve|holy saturday|easter saturday)", onEaster(-1)],
  ["(good|holy|great) friday", onEaster(-2)],
  ["(maundy|holy) thursday", onEaster(-3)],
  ["palm sunday", onEaster(-7)],
  [`(mothering sunday)`, onEaster(-21)],
  ["ash wednesday", onEaster(-46)],
  ["(shrove tuesday|pancake [tuesday|day]|fat tuesday|mardi gras)", onEaster(-47)],
  ["(rosenmontag|shrove monday|carnival monday)", onEaster(-48)],
  ["ascension [day|thursday]", onEaster(39)],
  ["(pentecost|whitsunday|whitsun|whit sunday|pentecost sunday|white sunday)", onEaster(49)],
  ["(whit|pentecost) monday", onEaster(50)],
  ["trinity sunday", onEaster(56)],
  ["corpus christi", onEaster(60)],
  ["(orthodox|greek) easter [sunday]", onOrthodoxEaster()],
  ["(orthodox|greek) easter monday", onOrthodoxEaster(1)],
  ["(orthodox|greek) (good|great) friday", onOrthodoxEaster(-2)],
  [`(${eid("fitr")}|${eid("fitri")}|(chhoti|choti|meethi) eid)`, onCalendar("islamic-umalqura", "10", 1)],
  [`(${eid("adha")}|${eid("azha")}|(bari|bakra) eid)`, onCalendar("islamic-umalqura", "12", 10)],
  ["(ramadan|ramzan|ramazan|ramadhan)", onCalendar("islamic-umalqura", "9", 1)],
  ["(ashura|ashoura)", onCalendar("islamic-umalqura", "1", 10)],
  ["(hanukkah|chanukah|hannukah)", onCalendar("hebrew", "Kislev", 25)],
  ["(rosh hashanah|rosh hashana|rosh ha-shanah)", onCalendar("hebrew", "Tishri", 1)],
  ["yom kippur", onCalendar("hebrew", "Tishri", 10)],
  ["(passover|pesach)", onCalendar("hebrew", "Nisan", 15)],
  ["((chinese|lunar) new (year|year's|years) [day])", onCalendar("chinese", "1", 1)],
];

const year = "[(in|of|) #year]";

/** "wrap presents before Christmas", "Easter 2027"; not the Christmas of "Christmas presents". */
export const holidayPhrases: DatePhrase[] = holidays.map(([name, on]) =>
  say(`[the|this|next|this coming|the coming] ${name} ${year}`, {
    day: (v) => feast(on, maybe(v, "year")),
    before_edge: true,
    occasion: true,
  }),
);
