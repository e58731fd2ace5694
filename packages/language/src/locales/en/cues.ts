/**
 * What kind of thing a word speaks of, as far as it tells what a sentence
 * wants. The model looks at these kinds beside the words, so that what it
 * learned of "meeting" holds for "appointment" as well. A change here asks for
 * training anew (packages/language/training/train.ts).
 */

const kinds = {
  day: "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu fri today tomorrow tonight tomorrows todays weekend weekends morning afternoon evening night noon midnight everyday daily weekly",
  past: "yesterday ago last",
  month:
    "january february march april may june july august september october november december jan feb aug sept oct nov dec",
  number:
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty hundred thousand half quarter",
  ordinal:
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  time: "am pm o'clock oclock a.m p.m hour hours minute minutes mins day days week weeks month months year years time date",
  add: "add put include insert append create make set start enter write jot place store pencil stick adding creating setting making putting",
  remove:
    "remove delete cancel erase clear drop cross scratch strike eliminate discard trash nuke wipe unschedule deleted removed cleared cancelled canceled kill dismiss empty rid scrap purge deleting removing canceling cancelling unsubscribe disregard",
  show: "show display read recite list view pull bring see check",
  tell: "tell give let say know inform",
  change:
    "change move reschedule postpone update edit modify rename push shift alter extend delay switch adjust",
  done: "complete completed done finish finished mark tick ticked checked",
  event:
    "meeting meetings appointment appointments appt event events party parties birthday birthdays lunch dinner breakfast brunch dentist doctor doctors conference interview anniversary wedding class session reservation gym practice recital concert festival game vacation trip visit plans",
  lists: "lists checklist",
  calendar: "calendar agenda calender calendars diary planner schedule schedules scheduled scheduling",
  reminder: "reminder reminders remainder remainders",
  remind: "remind reminding reminded notify alert notification notifications remember forget",
  task: "task tasks todo todos to-do to-dos chores chore errand errands item items things",
  shop: "grocery groceries shopping wish wishlist packing bucket",
  goods:
    "milk eggs egg bread butter cheese apples apple bananas coffee sugar tomatoes carrots beer wine soda chips juice potatoes paper soap cereal water rice chicken",
  person:
    "mom dad mum wife husband john bob bill jane mary brother sister boss friend friends mother father son daughter sarah joe jim sam tom jake team",
  music:
    "song songs playlist music album artist track radio podcast audiobook station tune band jazz rock volume",
  home: "light lights lamp lamps thermostat vacuum plug bulb socket robot cleaner device phone wifi bluetooth",
  message:
    "email emails mail mails text message tweet facebook twitter instagram contact contacts inbox post",
  weather: "weather rain snow temperature forecast sunny umbrella storm cold hot",
  money:
    "bank account balance card credit money dollars bills payment transfer transaction fraud rate stock stocks price",
  travel:
    "flight flights train taxi uber cab hotel bus ticket tickets traffic directions route passport visa airline",
};

const kindByWord = new Map(
  Object.entries(kinds).flatMap(([kind, words]) =>
    words.split(" ").map((word): [string, string] => [word, kind.toUpperCase()]),
  ),
);

const words = (line: string) => new Set(line.split(" "));

export const cues = {
  kindOf: (word: string) => kindByWord.get(word),
  /** Tell when, not what. */
  circumstances: words("DAY NUMBER TIME MONTH ORDINAL PERSON PAST"),
  polite: words(
    "please hey hi hello olly ok okay google alexa siri can could would will you i i'd like to need want just kindly so oh the a an my me for us",
  ),
  asks: words("what what's whats when when's where where's who who's which how how's why"),
  wonders: words("is are was were do does did have has am any anything"),
  own: words("my i i've"),
  served: words(
    "add ask begin book cancel change check complete confirm copy create draw find freeze get give have help hire inform invite keep listen look make measure notify open order pause ping play pull put query record rent reply report request reserve respond save say scan schedule search see send set share show speak start stop sync talk tell track translate try turn tweet update use verify",
  ),
  services: words("TRAVEL MUSIC HOME WEATHER MESSAGE CALENDAR REMIND REMINDER TASK LISTS TELL"),
  at_once: words("now immediately instantly me us you your not how what i'm i'll"),
};
