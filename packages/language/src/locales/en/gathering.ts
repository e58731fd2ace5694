/** Words that say what is wanted but not of what: taken away, the thing itself is left. */
import type { Locale } from "../locale.ts";

const words = (line: string) => new Set(line.split(" "));

export const gathering: NonNullable<Locale["gathering"]> = {
  add: [
    words("please hey olly siri alexa google ok okay i we i'd want need like would to you can could"),
    words(
      "add put set create make schedule insert include start enter save store log note write remember remind book arrange plan send give let block new up down",
    ),
    words("me us know"),
    words("a an the my new another"),
    words("reminder reminders remainder notification alert event entry task item appointment note memo"),
    words("to for about that of on called named saying when"),
  ],
  placed: words("calendar calender agenda diary schedule planner list lists reminders"),
  remove: words(
    "delete remove cancel erase clear drop scratch strike dismiss discard eliminate trash kill wipe unschedule deleting removing canceling cancelling clearing",
  ),
  off: words("from off on in out"),
  show: words(
    "please hey olly siri alexa google ok okay can could would will you i i'd we want like need to know show tell give list read display view see check look find open pull bring up out me us what what's whats when when's where who who's which how many much is are was were am do does did have has there any anything let get",
  ),
  noise: words(
    "day days plan plans planned happening going coming schedule scheduled scheduling calendar calender agenda diary time date details information info about upcoming next latest current currently available set supposed my the a an i we do does did have has had got get to be on in at for with of from is are was were there it this that and will would should year day's",
  ),
};
