/**
 * What people say to a task manager, and how it is to be read. The first
 * phrase whose reading makes sense wins, so the particular stands above the
 * general. The number is how sure we are that it isn't a title.
 */
import { compile } from "../../text/pattern.ts";
import type { Locale, RequestPhrase } from "../locale.ts";
import { level } from "./chips.ts";

const task = "(task|tasks|todo|todos|to-do|to-dos|to do|to do item|to-do item|todo item|item|reminder|reminders|note)";
const tasks = "(tasks|todos|to-dos|items|things|reminders)";
const done = "(done|complete|completed|finished|off|checked|checked off|closed|ticked off|ticked)";
const a = "[a|an|another|the|one more|my|this]";
const the = "[the|my|our]";
const me = "[me|us]";
const list = "(list|project)";

const say = (reading: string, confidence: number, ...sources: string[]): RequestPhrase[] =>
  sources.map((source) => ({ reading, confidence, pattern: compile(source, { level }) }));

const clear = (field: string, source: string): RequestPhrase => ({
  reading: "clear",
  confidence: 0.9,
  pattern: compile(source),
  values: { field },
});

const small: RequestPhrase[] = [
  ...say(
    "undo",
    0.95,
    "[never mind|nevermind|no|oops|whoops|wait] (undo|revert|reverse) [that|it|this|the last [one|change|action|thing]|[my] last [change|action]|what you [just] did]",
    "[oops] (take (that|it) back|roll (that|it) back|put it back|scratch that|cancel that|change it back|go back)",
    "[oops|no|wait] (that was|it was) [a] (wrong|mistake|an accident|not what i meant|not what i wanted)",
  ),
  ...say("redo", 0.95, "redo [that|it|this|the last [one|change|action]]", "(do it again|undo the undo|do that again)"),
  ...say(
    "help",
    0.95,
    "(help|commands|instructions|manual) [me|please]",
    `what (can|do|could) (you|i|this app) (do|say|ask|help) [for|with|to|you] [me|here]`,
    `how (do|can|does|should) (i|you|this|it|one) {topic}`,
    "(i|we) need [some] help",
    "(what are you|who are you|how does this work|how to use this|what is this)",
    "show [me] [the] (help|commands)",
  ),
  ...say(
    "greeting",
    0.95,
    "(hi|hello|hey|hiya|howdy|yo|good morning|good afternoon|good evening|greetings|hallo|morning) [there|again|all|everyone|todo|assistant]",
    "(how are you|what's up|whats up|sup) [doing] [today]",
  ),
  ...say(
    "thanks",
    0.95,
    "[ok|okay|great|perfect|cool|awesome|nice] (thanks|thank you|thx|ty|cheers|thank u|many thanks|much appreciated) [so much|very much|a lot|again|for that|for your help|for the help]",
    "(great job|good job|well done|nice work|you're the best|awesome|perfect)",
  ),
  ...say(
    "yes",
    0.95,
    "(yes|yeah|yep|yup|sure|ok|okay|k|affirmative|correct|right|absolutely|definitely|do it|go ahead|go for it|of course|confirm|confirmed|y|sounds good|that's right|yes please|please do|certainly|alright|all right|exactly) [please|do it|go ahead|that's right|that's correct|thanks|delete it|sure]",
  ),
  ...say(
    "no",
    0.95,
    "(no|nope|nah|n|don't|dont|do not|cancel|stop|never mind|nevermind|forget it|leave it|not now|no way|abort|negative|no thanks|no thank you|please don't|keep it|not really) [thanks|thank you|don't|please|do that|do it]",
  ),
];

const lists: RequestPhrase[] = [
  ...say(
    "list_lists",
    0.95,
    `(show|list|display|see|view|give|get) ${me} [all] ${the} [of] [my] (lists|projects)`,
    `(what|which) (lists|projects) (do i have|are there|exist|have i got)`,
    `(what are|what're) ${the} (lists|projects)`,
    "[all] [my] (lists|projects)",
    `how many (lists|projects) [do i have|are there]`,
  ),
  ...say(
    "list_labels",
    0.95,
    `(show|list|display|see|view|give|get) ${me} [all] ${the} (labels|tags)`,
    `(what|which) (labels|tags) (do i have|are there|exist|have i got)`,
    "[what are] [all] [my|the] (labels|tags)",
  ),
  ...say(
    "add_list",
    0.95,
    `(create|make|add|start|set up|new|begin|open) [me] ${a} [new|empty] ${list} [called|named|titled|:|for] {name}`,
    `[a] new ${list} [called|named|titled|:|for] {name}`,
    `(create|make|start|set up|begin) [me] ${a} [new|empty] {name} ${list}`,
    `(add|open) [a|an|another] [new|empty] {name} ${list}`,
    `new {name} ${list}`,
  ),
  ...say(
    "rename_list",
    0.95,
    `(rename|change) [the] [name of] ${the} ${list} {list} (to|into|as) {value}`,
    `(rename|change) [the] [name of] ${the} {list} ${list} (to|into|as) {value}`,
    `call ${the} {list} ${list} {value}`,
  ),
  ...say(
    "delete_list",
    0.95,
    `(delete|remove|erase|trash|drop|get rid of) ${the} [entire|whole] ${list} [called|named] {list}`,
    `(delete|remove|erase|trash|drop|get rid of) ${the} [entire|whole] {list} ${list}`,
  ),
];

const pointed: RequestPhrase[] = [
  ...say(
    "reopen",
    0.95,
    "(reopen|re-open|uncheck|untick|uncomplete|unmark|un-complete) {target} [as done|as complete|as completed]",
    `(mark|set|flag|make) {target} [as|to] (not|un) ${done} [yet]`,
    "(mark|set|flag|make|move) {target} [as|to|back to] (undone|incomplete|pending|open|unfinished|active|uncompleted|todo|to do|to-do|not yet done)",
    `{target} (isn't|isnt|is not|wasn't|aren't|are not) [actually|really|yet] ${done} [yet|after all]`,
    "(i|we) (haven't|havent|have not|didn't|didnt|did not) [actually|really] (finished|finish|done|do|completed|complete) {target} [yet]",
  ),
  ...say("restore", 0.95, "(restore|undelete|recover|bring back|un-delete) {target}", "bring {target} back"),
  ...say(
    "complete",
    0.95,
    `(mark|set|flag|put|check|tick|cross) {target} [off] [as|to|to be|being] ${done} [please|now|already]`,
    `(mark|flag) [as] ${done} [:] {target}`,
    "(tick|check|cross|strike|mark) off {target} [from|off] [my|the] [list]",
    "(tick|check|cross|strike|mark) off {target}",
    "(tick|check|cross|strike|mark) {target} off [my|the] [list]",
    "[i'm|im|i am|we're|we are|all] (done|finished|through) with {target}",
    `[i|we|i've|ive|i have|we've|we have] [just|already|now|finally] (finished|completed|did|done) [with|doing] {target}`,
    `${done} [:] {target}`,
    `{target} (is|are|was|were|has been|have been|'s) [now|already|all|finally] (done|complete|completed|finished|taken care of)`,
    "(complete|tick) {target}",
  ),
  ...say(
    "did",
    0.9,
    "(i|we) [have] [just|already|now|finally] {body}",
    "(i've|ive|we've) [just|already|now|finally] {body}",
    "(just|already) {body}",
  ),
  ...say("did", 0.75, "{body}"),
  ...say("complete", 0.75, "(finish|finish off|finish up|close|resolve|check|wrap up) {target}"),
];

const removals: RequestPhrase[] = [
  clear("due_on", `(remove|clear|delete|unset|drop|take off) ${the} (due date|deadline|date|due time|time|due) (from|of|on|for|off) {target}`),
  clear("due_on", "(remove|clear|delete) {target} (due date|deadline)"),
  clear("priority", `(remove|clear|delete|unset) ${the} (priority) (from|of|on|for) {target}`),
  clear("labels", `(remove|clear|delete|unset) [all] ${the} (labels|tags) (from|of|on|for) {target}`),
  clear("description", `(remove|clear|delete|unset) ${the} (description|notes|note|details) (from|of|on|for) {target}`),
  clear("list", `(remove|take) {target} (from|out of) (its|the|their) (list|project)`),
  clear("due_on", "(unschedule|undate) {target}"),
  ...say("delete_from", 0.95, "(take|remove|delete|drop|cross|scratch|strike) {target+} (off|off of|from) {list}"),
  ...say(
    "delete",
    0.95,
    "(delete|erase|trash|get rid of|throw away|throw out|dispose of|bin|del|rm) {target}",
  ),
  ...say("delete", 0.75, "(remove|cancel|scrap|discard|clear|drop|forget about|take off|clean up|purge) [out] {target}"),
];

const changes: RequestPhrase[] = [
  ...say("priority", 0.95,
    `(set|change|make|update|raise|lower|increase|decrease|bump) ${the} (priority|prio|importance) (of|for|on) {target} (to|as|at) #level [priority]`,
    `(set|change|make|update|raise|lower|bump) {target} (priority|prio) (to|as|at) #level`,
    `(set|change|make|mark|flag|bump|raise|lower|give|update) {target} [to|as|a|to a|as a|to be] #level (priority|prio|importance)`,
    `(set|make|mark|flag|change|bump) {target} [to|as|to be] [very] #level`,
    `(give|assign) #level priority to {target}`,
    `(prioritise|prioritize) {target} [as|to] #level`,
    `{target} (is|are) [now|very] #level [priority]`,
  ),
  ...say("prioritize", 0.9, "(prioritise|prioritize|star) {target}"),
  ...say("describe", 0.95,
    `(set|change|update|make|edit) ${the} (description|note|notes|details) (of|for|on) {target} (to|as|:) {value}`,
    `add [a] (description|note|details|comment) to {target} : {value}`,
    `add [a] (description|note|comment) to {target} (saying|that says|that) {value}`,
    `(add|write) [the|a] (description|note|comment) [:] {value} to {target}`,
    `(set|change|update) {target} (description|notes|note) to {value}`,
  ),
  ...say("label", 0.95,
    `(add|put|attach|apply|give|assign) ${the} [a] (label|tag|labels|tags) [called|named] {value} (to|on|onto) {target}`,
    `(add|put|attach|apply) [the] {value} (label|tag) (to|on|onto) {target}`,
    `(label|tag) {target} (as|with) {value}`,
    `(give|assign) {target} the (label|tag) {value}`,
  ),
  ...say("label_existing", 0.9, "(add|put) {value} (to|on) {target}"),
  clear("labels", "(remove|delete|take) [the] (label|tag) {value} (from|off|of) {target}"),
  clear("labels", "(remove|delete|take) [the] {value} (label|tag) (from|off|of) {target}"),
  ...say("rename", 0.95,
    `(rename|retitle) [the] [title of|name of] {target} (to|as|into) {value}`,
    `(change|edit|update|set) ${the} (title|name|text|wording) (of|for) {target} (to|into|as) {value}`,
    `(change|edit|update|set) {target} (title|name) (to|into|as) {value}`,
  ),
  ...say("reschedule", 0.95,
    `(set|change|move|update|push|make|edit) ${the} (due date|deadline|date|due|due time|time|start time) (of|for|on) {target+} (to|as|for|until|:) {value}`,
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push back|push out|put off|bring forward|move up|move back|push) {target+} (to|until|till|for|by|on|at|into) {value}",
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push|move|bump|shift|put|bring|set|make|schedule|change|do) {target} [back|forward|off|out|up|over|due] (to|until|till|for|by|on|at|in|into|due) {value}",
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push|move|bump|shift|put|bring|set|make|schedule|change|do) {target} [back|forward|off|out|up|over] [instead] {value}",
    "[no|actually|sorry|wait|make that|rather] {target} (is|are|should be) [now] due {value}",
  ),
  ...say("reschedule", 0.75, "(reschedule|re-schedule|postpone|delay|defer|snooze|put off|push back) {target}"),
  ...say("move", 0.95, "(move|transfer|shift) {target+} (to|into|in|onto|on|under) {value}"),
  ...say("move_existing", 0.95, "(put|file|add|assign) {target+} (to|into|in|onto|on|under) {value}"),
  ...say("change", 0.95, "(change|edit|update|modify|turn|replace|correct|rewrite) {target} (to|into|with|as) {value}", "make {target} say {value}"),
  ...say("make", 0.9, "(make|set) {target} {value}"),
  ...say("instead", 0.9, "[no|actually|sorry|wait|rather|i mean|i meant|let's say|or|better] {value} [instead|then|rather|please]"),
];

const findings: RequestPhrase[] = [
  ...say("find_done", 0.95,
    `(what|which) [${task}] (have|did) (i|we) [already] (complete|completed|finish|finished|do|done|get done|accomplish|accomplished) [{filter}]`,
    `(show|list|display|see|view|give|tell) ${me} (what|everything|things|the things) [that] (i|i've|ive|we've) [have|already] (completed|finished|done|did|accomplished) [{filter}]`,
    `how many ${task} (have|did) (i|we) (complete|completed|finish|finished|do|done) [{filter}]`,
    "(what's|whats|what is|what was) [been] (done|completed|finished|complete) [{filter}]",
  ),
  ...say("find_open", 0.95,
    "(what's|whats|what is|what are|whatre|what're|anything) [still] (pending|open|left|outstanding|remaining|not done|incomplete|unfinished|next|up next|left to do|undone) [{filter}]",
    "what (remains|needs doing|needs to be done|is left to do|still needs to be done|do i still have to do|should i do|must i do|should i do next) [{filter}]",
    `what haven't (i|we) (done|finished|completed) [yet] [{filter}]`,
  ),
  ...say(
    "find",
    0.95,
    "(show|display|list) [me|us] [what|what's|whats] {filter}",
    "(what's|whats|what is|what are|what do we have|what do i have|what have i got|what's there) [to do] (in|on|for|under) {filter}",
    "(what|how much) (do|must|should|can|will|am|have) (i|we) [have|got|need|supposed|still have|still need] [planned|due|scheduled|going on|coming up|left] [to do|to get done|to finish|do|on|to] [{filter}]",
    `(what|which|how many) [of] [my|the] ${tasks} {filter}`,
    "(do|did|have) (i|we) (have|got|miss) [got] (anything|any|something|some|tasks) [{filter}]",
    "(search|look) (for|through) [all] [my|the] {filter}",
  ),
  ...say(
    "find_tasks",
    0.95,
    "(what's|whats|what is|what are|what're|what|which|where are|how many) [there|coming|all] {filter}",
    "(what|which) {filter} (are|is) (due|overdue|pending|open|left|late|done|completed)",
    "(is|are) there (anything|any|something|tasks) {filter}",
    "(anything|any) {filter}",
    "(see|view|get|give|read|open|tell|pull up|bring up|check|review|find|look at|go over|go through|print|fetch) [me|us|out] [what's on|whats on|what's|whats|about] {filter}",
  ),
];

/** Nothing but a filter: "my tasks", "overdue tasks for work". */
const mentions = say("find_bare", 0.9, "{filter}");

const additions: RequestPhrase[] = [
  ...say("add_to", 0.95,
    `(add|put|write|throw|stick|include|append) [the following] (to|on|onto|in) [the|my|our] {list} [list|project] : {body}`,
    `(for|on|in) [the|my] {list} list [:] (add|put) {body}`,
  ),
  ...say("add", 0.95,
    `(add|create|make|set up|set|new|start|insert|enter|open|log|record|give me|schedule|put in) ${a} [new|quick] [{chip}] ${task} [:] {body}`,
    `[i need|i'd like|i want|need] ${a} [new] ${task} (to|for|called|named|:) {body}`,
    `${task} : {body}`,
    `[a] new ${task} [:] {body}`,
    "(remind|reminding) (me|us) {body}",
    "(don't|dont|do not|never) let me forget {body}",
    "(don't|dont|do not) [let me] forget [to|about|that] {body}",
    "(remember|make sure|be sure|ensure) [to|that] {body}",
    "(make|take|leave) [me] [a] (note|memo|reminder) {body}",
    "(note to self|note|memo|todo|to-do|to do|reminder|task) [:] {body}",
    "(jot|note|write) [it] down [that|to|:] {body}",
    "(add|put|write|throw|stick|include|append|insert|jot|create) [in|down|also] [:] {body}",
    "(schedule|plan|book in) {body}",
  ),
  ...say("add", 0.85,
    "(i|we) [really|also|still|just] (need|have|must|should|ought|got|gotta|want|wanna) [to] [remember|not forget] [to] {body}",
    "(i've|ive|we've) [really|also|still] (got to|gotta) [remember to] {body}",
    "(i'd|id) like to {body}",
    "(i|we) (mustn't|must not|shouldn't|can't|cannot|should not|better not) forget [to|about|that] {body}",
    "(i'd|i had|we'd|you'd) better {body}",
    "(gotta|need to|have to|must|got to|needs to) {body}",
    "(let's|lets) {body}",
  ),
];

const patterns = (...sources: string[]) => sources.map((source) => compile(source));

export const requests: Omit<Locale["requests"], "priorities"> = {
  phrases: [...small, ...lists, ...findings, ...pointed, ...removals, ...changes, ...additions, ...mentions],
  openings: patterns(
    "(please|pls|plz|kindly)",
    "(hey|hi|hello|ok|okay|so|well|um|uh|oh|yo|alright|right|now|also|then|and|but|great|cool|thanks|thank you|first|finally|next|lastly|actually|sorry) [there|todo|then]",
    "(can|could|would|will) (you|u|we) [please|pls|kindly|maybe|also|just]",
    "(would|do) you mind [please]",
    "(i'd|i would) (like|love) (you to|for you to)",
    "(i|we) (want|need) you to",
    "(just|go ahead and|quickly|simply|be so kind and)",
    "(can|could|may) i [please|also|just]",
    "(let me|help me|help me to)",
    "(i was wondering if|i wonder if) you could",
  ),
  closings: patterns(
    "(please|pls|plz|thanks|thank you|thx|for me|for us|ok|okay|will you|would you|could you|if you can|right away|cheers|when you can|asap please|too|as well)",
  ),
  fields: { due_on: "due_on", priority: "priority", labels: "labels", description: "description", list: "list" },
  wishes: patterns("(i|we) (want|need|have|would like|must|should|wish) [to]", "(i'd|id|we'd) like to", "(i've|ive) got to"),
};
