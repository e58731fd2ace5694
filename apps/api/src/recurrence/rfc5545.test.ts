/** The examples of RFC 5545, section 3.8.5.3, at 09:00 in New York. */
import { describe, expect, test } from "vitest";
import { following } from "./next.ts";
import { startRecurrence } from "./start.ts";

/** The first ones, as if each were done on its day. */
function falls(rrule: string, due_on: string, most: number): string[] {
  const begin = {
    due_on,
    due_time: "09:00",
    time_zone: "America/New_York",
    now: new Date("1996-01-01T12:00Z"),
    language: "en",
    path: "rrule",
  };
  const { recurrence, occurrence } = startRecurrence({ rrule }, begin);
  const keys = [occurrence];
  let next = following(recurrence, occurrence, occurrence);
  while (next && keys.length < most) {
    keys.push(next.occurrence);
    next = following(next.recurrence, next.occurrence, next.occurrence);
  }
  return keys;
}

/** “1997 9/2 9/3 1998 1/1” → dates. */
function days(text: string): string[] {
  let year = "";
  return text.split(" ").flatMap((word) => {
    const [month = "", day] = word.split("/");
    if (!day) {
      year = month;
      return [];
    }
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
}

const tenDays = "1997 9/2 9/3 9/4 9/5 9/6 9/7 9/8 9/9 9/10 9/11";
const firstFridays = "1997 9/5 10/3 11/7 12/5 1998 1/2 2/6 3/6 4/3 5/1 6/5";

describe("rules that end fall on these days and no others", () => {
  test.each([
    ["FREQ=DAILY;COUNT=10", tenDays],
    ["FREQ=DAILY;INTERVAL=10;COUNT=5", "1997 9/2 9/12 9/22 10/2 10/12"],
    ["FREQ=WEEKLY;COUNT=10", "1997 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4"],
    [
      "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
      "1997 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2",
    ],
    ["FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2"],
    [
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
      "1997 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 11/24 11/26 11/28 12/8 12/10 12/12 12/22",
    ],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997 9/2 9/4 9/16 9/18 9/30 10/2 10/14 10/16"],
    ["FREQ=MONTHLY;COUNT=10;BYDAY=1FR", firstFridays],
    ["FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997 9/5 10/3 11/7 12/5"],
    [
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
      "1997 9/7 9/28 11/2 11/30 1998 1/4 1/25 3/1 3/29 5/3 5/31",
    ],
    ["FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997 9/22 10/20 11/17 12/22 1998 1/19 2/16"],
    ["FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997 9/2 9/15 10/2 10/15 11/2 11/15 12/2 12/15 1998 1/2 1/15"],
    ["FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997 9/30 10/1 10/31 11/1 11/30 12/1 12/31 1998 1/1 1/31 2/1"],
    [
      "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
      "1997 9/10 9/11 9/12 9/13 9/14 9/15 1999 3/10 3/11 3/12 3/13",
    ],
    [
      "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
      "1997 6/10 7/10 1998 6/10 7/10 1999 6/10 7/10 2000 6/10 7/10 2001 6/10 7/10",
    ],
    [
      "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
      "1997 3/10 1999 1/10 2/10 3/10 2001 1/10 2/10 3/10 2003 1/10 2/10 3/10",
    ],
    [
      "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
      "1997 1/1 4/10 7/19 2000 1/1 4/9 7/18 2003 1/1 4/10 7/19 2006 1/1",
    ],
    ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997 9/4 10/7 11/6"],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997 8/5 8/10 8/19 8/24"],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997 8/5 8/17 8/19 8/31"],
    ["FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007 1/15 1/30 2/15 3/15 3/30"],
  ])("%s", (rrule, said) => {
    const expected = days(said);
    expect(falls(rrule, expected[0]!, 100)).toEqual(expected);
  });

  test.each([
    ["FREQ=DAILY;UNTIL=19971224T000000Z", "1997-09-02", 113, "1997-12-23"],
    ["FREQ=WEEKLY;UNTIL=19971224T000000Z", "1997-09-02", 17, "1997-12-23"],
    [
      "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
      "1998-01-01",
      93,
      "2000-01-31",
    ],
    ["FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", 93, "2000-01-31"],
  ])("%s from %s: %i, the last %s", (rrule, start, count, last) => {
    const keys = falls(rrule, start, 200);
    expect([keys.length, keys.at(-1)]).toEqual([count, last]);
  });
});

describe("rules without an end begin with these days", () => {
  test.each([
    ["FREQ=DAILY;INTERVAL=2", "1997 9/2 9/4 9/6 9/8 9/10"],
    ["FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997 9/2 9/16 9/30 10/14 10/28 11/11 11/25 12/9 12/23"],
    ["FREQ=MONTHLY;BYMONTHDAY=-3", "1997 9/28 10/29 11/28 12/29 1998 1/29 2/26"],
    [
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
      "1997 9/2 9/9 9/16 9/23 9/30 11/4 11/11 11/18 11/25 1998 1/6 1/13 1/20 1/27 3/3 3/10 3/17 3/24 3/31",
    ],
    ["FREQ=YEARLY;BYDAY=20MO", "1997 5/19 1998 5/18 1999 5/17"],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997 5/12 1998 5/11 1999 5/17"],
    ["FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997 3/13 3/20 3/27 1998 3/5 3/12 3/19 3/26 1999 3/4 3/11 3/18 3/25"],
    [
      "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
      "1997 6/5 6/12 6/19 6/26 7/3 7/10 7/17 7/24 7/31 8/7 8/14 8/21 8/28 1998 6/4",
    ],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998 2/13 3/13 11/13 1999 8/13 2000 10/13"],
    [
      "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
      "1997 9/13 10/11 11/8 12/13 1998 1/10 2/7 3/7 4/11 5/9 6/13",
    ],
    ["FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996 11/5 2000 11/7 2004 11/2"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997 9/29 10/30 11/27 12/30 1998 1/29 2/26 3/30"],
  ])("%s", (rrule, said) => {
    const expected = days(said);
    expect(falls(rrule, expected[0]!, expected.length)).toEqual(expected);
  });
});

const twenties = ["09:00", "09:20", "09:40", "10:00", "10:20", "10:40", "11:00"];

test.each([
  ["FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", ["09:00", "12:00", "15:00"]],
  ["FREQ=MINUTELY;INTERVAL=15;COUNT=6", ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15"]],
  ["FREQ=MINUTELY;INTERVAL=90;COUNT=4", ["09:00", "10:30", "12:00", "13:30"]],
])("%s ends, and falls at these times", (rrule, times) => {
  expect(falls(rrule, "1997-09-02", 100)).toEqual(times.map((time) => `1997-09-02T${time}`));
});

test.each([
  "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
  "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
])("%s falls every twenty minutes from nine to five", (rrule) => {
  const keys = falls(rrule, "1997-09-02", 25);
  expect(keys.slice(0, 7)).toEqual(twenties.map((time) => `1997-09-02T${time}`));
  expect(keys.slice(23)).toEqual(["1997-09-02T16:40", "1997-09-03T09:00"]);
});
