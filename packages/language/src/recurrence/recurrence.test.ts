import { expect, test } from "vitest";
import { interpret } from "../interpret.ts";
import { quickAdd } from "../quick-add/quick-add.ts";
import { options } from "../testing/meaning.ts";

function read(text: string) {
  const { title, recurrence, when } = quickAdd(text, options).task;
  return [recurrence?.rrule, title, [when?.due_on, when?.due_time].filter(Boolean).join("T")];
}

test.each<[text: string, rrule: string, title: string, due: string]>([
  ["water plants every Monday", "FREQ=WEEKLY;BYDAY=MO", "water plants", "2026-03-09"],
  ["water the plants every other day", "FREQ=DAILY;INTERVAL=2", "water the plants", "2026-03-04"],
  [
    "take out the trash every Tuesday and Friday at 7am",
    "FREQ=WEEKLY;BYDAY=TU,FR",
    "take out the trash",
    "2026-03-06T07:00",
  ],
  ["pay rent on the 1st of every month", "FREQ=MONTHLY;BYMONTHDAY=1", "pay rent", "2026-04-01"],
  ["pay rent every month on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1", "pay rent", "2026-04-01"],
  ["pay rent monthly on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1", "pay rent", "2026-04-01"],
  ["pay rent on the last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1", "pay rent", "2026-03-31"],
  [
    "submit timesheet last workday of every month",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "submit timesheet",
    "2026-03-31",
  ],
  [
    "submit report on the last business day of the month every month",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "submit report",
    "2026-03-31",
  ],
  ["retro every other Friday at 3pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "retro", "2026-03-06T15:00"],
  ["gym every Mon, Wed and Fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "gym", "2026-03-04"],
  ["gym every mon/wed/fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "gym", "2026-03-04"],
  ["standup every weekday at 9:15", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "standup", "2026-03-05T09:15"],
  ["standup weekdays at 11", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "standup", "2026-03-04T11:00"],
  ["call grandma every Sunday evening", "FREQ=WEEKLY;BYDAY=SU", "call grandma", "2026-03-08T19:00"],
  ["call grandma on sunday evenings", "FREQ=WEEKLY;BYDAY=SU", "call grandma", "2026-03-08T19:00"],
  ["change filter every 3 months", "FREQ=MONTHLY;INTERVAL=3", "change filter", "2026-03-04"],
  [
    "change filter every three months starting June 1",
    "FREQ=MONTHLY;INTERVAL=3",
    "change filter",
    "2026-06-01",
  ],
  [
    "water cactus every 10 days until June",
    "FREQ=DAILY;INTERVAL=10;UNTIL=20260601",
    "water cactus",
    "2026-03-04",
  ],
  [
    "take antibiotics every 8 hours for 7 days",
    "FREQ=HOURLY;INTERVAL=8;UNTIL=20260310",
    "take antibiotics",
    "2026-03-04T18:30",
  ],
  ["stretch daily for 2 weeks", "FREQ=DAILY;UNTIL=20260317", "stretch", "2026-03-04"],
  ["stretch daily for 10 minutes", "FREQ=DAILY", "stretch for 10 minutes", "2026-03-04"],
  ["read for 20 minutes every night", "FREQ=DAILY", "read for 20 minutes", "2026-03-04T20:00"],
  ["mom's birthday every April 12", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=12", "mom's birthday", "2026-04-12"],
  [
    "mom's birthday every year on 12 April",
    "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=12",
    "mom's birthday",
    "2026-04-12",
  ],
  [
    "mom's birthday on the 12th of April every year",
    "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=12",
    "mom's birthday",
    "2026-04-12",
  ],
  ["taxes every year in May", "FREQ=YEARLY;BYMONTH=5", "taxes", "2026-05-01"],
  [
    "board meeting second Tuesday of each month at 18:00",
    "FREQ=MONTHLY;BYDAY=2TU",
    "board meeting",
    "2026-03-10T18:00",
  ],
  [
    "board meeting every second Tuesday of the month",
    "FREQ=MONTHLY;BYDAY=2TU",
    "board meeting",
    "2026-03-10",
  ],
  [
    "board meeting every 2nd and 4th Tuesday of the month",
    "FREQ=MONTHLY;BYDAY=2TU,4TU",
    "board meeting",
    "2026-03-10",
  ],
  ["backup every quarter", "FREQ=MONTHLY;INTERVAL=3", "backup", "2026-03-04"],
  ["backup quarterly", "FREQ=MONTHLY;INTERVAL=3", "backup", "2026-03-04"],
  ["plan a weekly review on Fridays", "FREQ=WEEKLY;BYDAY=FR", "plan a weekly review", "2026-03-06"],
  ["Daily standup at 9", "FREQ=DAILY", "Daily standup", "2026-03-05T09:00"],
  ["yoga tuesdays and thursdays 6pm", "FREQ=WEEKLY;BYDAY=TU,TH", "yoga", "2026-03-05T18:00"],
  ["swim every Tue-Thu", "FREQ=WEEKLY;BYDAY=TU,WE,TH", "swim", "2026-03-04"],
  ["swim every Monday to Thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "swim", "2026-03-04"],
  ["swim every day from Monday to Thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "swim", "2026-03-04"],
  ["check oven every 15 minutes", "FREQ=MINUTELY;INTERVAL=15", "check oven", "2026-03-04T10:45"],
  ["drink water every hour", "FREQ=HOURLY", "drink water", "2026-03-04T11:30"],
  ["drink water hourly", "FREQ=HOURLY", "drink water", "2026-03-04T11:30"],
  ["vitamins daily at 8am and 8pm", "FREQ=DAILY;BYHOUR=8,20", "vitamins", "2026-03-04T08:00"],
  ["vitamins every day at 8, 12 and 18", "FREQ=DAILY;BYHOUR=8,12,18", "vitamins", "2026-03-04T08:00"],
  [
    "physio every Monday and Thursday for 6 weeks",
    "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260414",
    "physio",
    "2026-03-05",
  ],
  ["physio every Monday 10 times", "FREQ=WEEKLY;BYDAY=MO;COUNT=10", "physio", "2026-03-09"],
  ["course every Wednesday until 30 April", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260430", "course", "2026-03-04"],
  [
    "course every Wednesday from April until June",
    "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260601",
    "course",
    "2026-04-01",
  ],
  ["clean fridge once a month", "FREQ=MONTHLY", "clean fridge", "2026-03-04"],
  ["clean fridge once every two weeks", "FREQ=WEEKLY;INTERVAL=2", "clean fridge", "2026-03-04"],
  ["clean fridge fortnightly", "FREQ=WEEKLY;INTERVAL=2", "clean fridge", "2026-03-04"],
  ["clean fridge biweekly on Saturday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "clean fridge", "2026-03-07"],
  ["clean fridge every weekend", "FREQ=WEEKLY;BYDAY=SA,SU", "clean fridge", "2026-03-07"],
  ["clean fridge at the end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1", "clean fridge", "2026-03-31"],
  ["every day call mom", "FREQ=DAILY", "call mom", "2026-03-04"],
  ["every monday at 8 take out bins", "FREQ=WEEKLY;BYDAY=MO", "take out bins", "2026-03-09T08:00"],
  ["On Mondays water plants", "FREQ=WEEKLY;BYDAY=MO", "water plants", "2026-03-09"],
  ["fix bikes on alternate Saturdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "fix bikes", "2026-03-07"],
  ["second to last Friday of every month: review", "FREQ=MONTHLY;BYDAY=-2FR", "review", "2026-03-20"],
  ["pay bills on the 5th and 20th of each month", "FREQ=MONTHLY;BYMONTHDAY=5,20", "pay bills", "2026-03-05"],
  ["pay bills every 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "pay bills", "2026-03-15"],
  ["leap day party every 29 February", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "leap day party", "2028-02-29"],
  ["every 6 weeks haircut", "FREQ=WEEKLY;INTERVAL=6", "haircut", "2026-03-04"],
  ["haircut every 6th week", "FREQ=WEEKLY;INTERVAL=6", "haircut", "2026-03-04"],
  ["rent due the 3rd of each month at noon", "FREQ=MONTHLY;BYMONTHDAY=3", "rent", "2026-04-03T12:00"],
  ["jog each morning at 6", "FREQ=DAILY", "jog", "2026-03-05T06:00"],
  ["jog every day at 6:30 in the morning", "FREQ=DAILY", "jog", "2026-03-05T06:30"],
  ["drinks every Friday night", "FREQ=WEEKLY;BYDAY=FR", "drinks", "2026-03-06T20:00"],
  ["pay insurance semi-annually", "FREQ=MONTHLY;INTERVAL=6", "pay insurance", "2026-03-04"],
  ["service car every 2 years", "FREQ=YEARLY;INTERVAL=2", "service car", "2026-03-04"],
  ["service car every other year in June", "FREQ=YEARLY;INTERVAL=2;BYMONTH=6", "service car", "2026-06-01"],
  ["repeat every Tuesday: bins", "FREQ=WEEKLY;BYDAY=TU", "bins", "2026-03-10"],
  ["water plants repeating weekly", "FREQ=WEEKLY", "water plants", "2026-03-04"],
  ["team lunch first Friday of the month, every month", "FREQ=MONTHLY;BYDAY=1FR", "team lunch", "2026-03-06"],
  ["team lunch first Friday every month", "FREQ=MONTHLY;BYDAY=1FR", "team lunch", "2026-03-06"],
  [
    "team lunch on the first Friday of every other month",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR",
    "team lunch",
    "2026-03-06",
  ],
  ["meditate every single day", "FREQ=DAILY", "meditate", "2026-03-04"],
  ["every day at noon eat", "FREQ=DAILY", "eat", "2026-03-04T12:00"],
  ["every working day check mail", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "check mail", "2026-03-04"],
  [
    "pick up kids every school day at 3pm",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "pick up kids",
    "2026-03-04T15:00",
  ],
  ["review goals every January and July", "FREQ=YEARLY;BYMONTH=1,7", "review goals", "2026-07-01"],
  ["gym mon/wed/fri every week", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "gym", "2026-03-04"],
  ["yoga tue-thu every week", "FREQ=WEEKLY;BYDAY=TU,WE,TH", "yoga", "2026-03-04"],
  ["take pills every morning and evening", "FREQ=DAILY;BYHOUR=9,19", "take pills", "2026-03-04T09:00"],
  ["physio weekly x10", "FREQ=WEEKLY;COUNT=10", "physio", "2026-03-04"],
  [
    "clean fridge at the end of each quarter",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "clean fridge",
    "2026-03-31",
  ],
  ["water plants every day this week", "FREQ=DAILY;UNTIL=20260308", "water plants", "2026-03-04"],
  [
    "send flowers on the fifth of march of every year",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5",
    "send flowers",
    "2026-03-05",
  ],
  ["set up a weekly meeting with Ann", "FREQ=WEEKLY", "set up a weekly meeting with Ann", "2026-03-04"],
])("%s", (text, ...expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ["mow the lawn every 2 weeks after I finish it", "FREQ=WEEKLY;INTERVAL=2", "mow the lawn"],
  ["change razor blade 3 days after completion", "FREQ=DAILY;INTERVAL=3", "change razor blade"],
  ["wash sheets every 14 days from the last completion", "FREQ=DAILY;INTERVAL=14", "wash sheets"],
  ["wash car a month after it's done", "FREQ=MONTHLY", "wash car"],
])("counted from the completion: %s", (text, rrule, title) => {
  expect(quickAdd(text, options).task).toMatchObject({
    title,
    recurrence: { rrule, after_completion: true },
  });
});

test.each([
  "take antibiotics twice a day",
  "clean gutters twice",
  "write weekly report",
  "buy the daily paper",
  "reply to every email",
  "read every book on the shelf",
  "reread Tuesdays with Morrie",
  "conference Mon-Fri",
  "trip Monday to Friday",
  "dentist Mon, Wed or Fri",
  "call mom Saturday and Sunday",
  "check every second page",
  "check the second hand shop",
  "greet every 5th customer",
  "call Bob two sundays from now",
  "finish in four business days",
  "meet on the next fridays",
])("no recurrence: %s", (text) => {
  expect(quickAdd(text, options).task.recurrence).toBeUndefined();
});

test("the words of a recurrence are a chip, and can be rejected", () => {
  const text = "water plants every Monday and Thursday at 6pm until June";
  const { spans } = quickAdd(text, options);
  expect(spans.recurrence?.map(({ start, end }) => text.slice(start, end))).toEqual([
    "every Monday and Thursday",
    "until June",
  ]);

  const rejected = quickAdd(text, { ...options, ignore: spans.recurrence ?? [] });
  expect(rejected.task.recurrence).toBeUndefined();
  expect(rejected.task.title).toContain("every Monday and Thursday");
});

test("a weekday behind “and” belongs to the recurrence, a request doesn't", () => {
  const tasks = (text: string) =>
    interpret(text, options).flatMap((each) => (each.operation === "add" ? each.tasks : []));
  expect(tasks("remind me every Monday and Thursday to water the plants")).toMatchObject([
    { title: "water the plants", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO,TH" } },
  ]);
  expect(tasks("add take pills every day at 8 and call mom")).toMatchObject([
    { title: "take pills", recurrence: { rrule: "FREQ=DAILY" } },
    { title: "call mom" },
  ]);
});

test.each(["every monday ", "every 2nd and last fri ", "daily until ", "mon, ", "every day from may to "])(
  "10 kB of %j come to an end",
  (unit) => {
    const text = unit.repeat(Math.ceil(10_000 / unit.length));
    expect(quickAdd(text, options).task.title.length).toBeLessThanOrEqual(text.length);
  },
);
