/** What a language brings along: word tables and phrases. The algorithms know no words. */
import type { Days, DaysAt } from "../dates/days.ts";
import type { LengthWords } from "../dates/lengths.ts";
import type { ClearedField, Priority, Reference, Shift, Sort } from "../meaning.ts";
import type { RecurrenceWords } from "../recurrence/words.ts";
import type { ReminderPhrases } from "../reminders/words.ts";
import type { Pattern, Value } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";

export type PartOfDay = "morning" | "afternoon" | "evening" | "night";

export interface ClockTime {
  /** Since midnight. */
  minutes: number;
  /** False for "at 5", which may be in the afternoon. */
  sure: boolean;
  /** Two digits of hours and two of minutes, "10:30": sure where people write 22:30 for the other one. */
  written?: boolean;
}

/** What a text may say of a moment: a day, a time of day, or both. */
export interface Moment {
  days?: Days | undefined;
  time?: ClockTime | undefined;
}

/** The words around lengths of time. All but the trails stand in front of one. */
export interface LengthPhrases {
  words: LengthWords;
  /** "in", "within" */
  leads: Pattern[];
  /** The same where nothing hangs on it: "after two days", "the next 3 weeks". */
  edge_leads: Pattern[];
  /** "in two weeks' time": says nothing more. */
  fillers: Pattern[];
  /** "from now", and where nothing hangs on it "later". */
  trails: Pattern[];
  edge_trails: Pattern[];
  /** "ago" */
  past_trails: Pattern[];
  /** Between a length and what it is counted from: "two days after Easter". */
  after: Pattern[];
  before: Pattern[];
}

/** One way to say a date or a time. Everything it gives holds at once: "tonight" is a day and a part of day. */
export interface DatePhrase {
  pattern: Pattern;
  day?: (values: Record<string, Value>) => DaysAt | undefined;
  time?: (values: Record<string, Value>) => ClockTime | undefined;
  part?: (values: Record<string, Value>) => PartOfDay;
  /** Minutes of real time from now: "right now". */
  minutes_away?: (values: Record<string, Value>) => number;
  /** Only a date where the phrase ends: "the 15th", but not "the 15th floor". */
  before_edge?: true;
  /** But also at the start of a text: "Fri call mom". */
  at_start?: true | ((values: Record<string, Value>) => boolean);
  /** Only a date behind a word like "on", or on its own. */
  after_lead?: true;
  /** The same for days with a name, where "for" introduces no date: "celebrate Christmas", "shop for Christmas". */
  occasion?: true;
  /** Must be followed by days or a time, and says what becomes of them: "the day before". */
  onto?: {
    needs: "days" | "time";
    shift: (values: Record<string, Value>, found: Moment) => Moment | undefined;
  };
  /** Begun with one of these, it is a date only behind a word like "on", before a time, or with a capital at the end: "sat with dad". */
  doubtful?: Set<string>;
  /** With one of these behind it, it is a word of its own: "sun cream". */
  not_before?: Set<string>;
  /** May describe what follows: "order Friday pizza". */
  describes?: true;
  /** Looks back; a new due date never does. */
  past?: true;
}

export interface RequestPhrase {
  reading: string;
  pattern: Pattern;
  confidence: number;
  values?: Record<string, string>;
}

export interface Locale {
  /** Spells each token's `word` as the tables below do. */
  prepare: (tokens: Token[]) => Token[];
  dates: {
    /** Those that can begin at a token. */
    phrasesAt: (token: Token) => DatePhrase[];
    /** Those that are dates only where another phrase is about them: the "March" of "the first Friday of March". */
    innerAt: (token: Token) => DatePhrase[];
    /** Read only behind a date: "tomorrow morning". */
    beside: DatePhrase[];
    lengths: LengthPhrases;
    /** Words that introduce a date: "on", "by". */
    leads: Set<string>;
    /** Those that may introduce a day with a name. */
    occasion_leads: Set<string>;
    /** Between the two ends of a stretch, which is due when it begins: "March 3 to 5". */
    range_words: Set<string>;
    /** A weekday behind these is a repetition or a name: "every Friday", "Black Friday". */
    never_after: Set<string>;
    /** Words that may follow a date without belonging to it. */
    edges: Set<string>;
    /** "make it 11": a number that is a time only because nothing else makes sense. */
    bare_hour: DatePhrase;
    default_times: Record<PartOfDay, string>;
  };
  recurrence: RecurrenceWords;
  reminders: ReminderPhrases;
  chips: {
    priority: { pattern: Pattern; edge_only?: true }[];
    list: Pattern[];
    /** In a listing no preposition is needed: "show the work list". */
    list_named: Pattern;
    /** Followed by the name of a list that exists. */
    list_lead: Pattern;
    /** The same of tasks that are in it: "all tasks from groceries". */
    list_source: Pattern;
    /** Behind the name of a list that exists, in languages that say it so. */
    list_tail?: Pattern;
    /** "to my list": says nothing. */
    no_list: Pattern[];
    labels: Pattern[];
    /** The request around a task, those that can begin at a token, longest first; `{what}` is still about the task. */
    framesAt: (token: Token) => { pattern: Pattern; at_start?: true }[];
    /** "the exam is on Friday": between the title and its date. */
    copulas: Pattern[];
    /** Before a whole clause: "that the parcel will come". */
    clause_leads: Set<string>;
    /** Before the name of a thing, which needs no "my": "for my appointment". */
    thing_leads: Set<string>;
    /** What ends a request and says nothing of the task: "later", "again". */
    title_tails: Set<string>;
    /** "I have to work", "go to work": names no list. */
    never_list_after: Set<string>;
  };
  references: {
    last: Pattern[];
    last_all: Pattern[];
    ordinals: Pattern[];
    /** "the first two", "the last three": the count is a value. */
    firsts: Pattern[];
    lasts: Pattern[];
    number_fillers: Set<string>;
    number_ranges: Set<string>;
    other: Pattern[];
    /** "the rest": what nothing was done to, of what was spoken of. */
    rest?: Pattern;
    /** "not the team meeting" */
    except: Set<string>;
    /** "the one": points at a task, but counts nothing. */
    someone: Pattern[];
    numbers: (token: Token) => number | undefined;
    every: Pattern[];
    everything: Pattern[];
    determiners: Set<string>;
    possessives: Set<string>;
    task_nouns: Set<string>;
    task_nouns_plural: Set<string>;
    /** Between such a noun and what the task is called: "the reminder to call mom". */
    noun_leads: Set<string>;
    fillers: Pattern[];
    filter_fillers: Set<string>;
    /** "sorted by priority" */
    sorts?: { pattern: Pattern; sort: Sort }[];
    status: { pattern: Pattern; status: NonNullable<Reference["status"]> }[];
    overdue: Pattern[];
    due_before: Pattern;
    due_after: Pattern;
    /** The day itself is meant as well: "by Friday", "since Monday". */
    due_by: Pattern;
    due_since: Pattern;
    /** From today on: "the next 7 days" are a week with today in it. */
    due_next: Pattern;
    /** Behind the date: "tomorrow or later". */
    or_later: Pattern;
    or_earlier: Pattern;
    /** With these words a date beside "completed" is still a due date. */
    due_words: Set<string>;
    due_lead: Pattern;
    part_of_day: { pattern: Pattern; part: PartOfDay }[];
    isPlural: (word: string) => boolean;
  };
  requests: {
    /** Those that can begin at a token. */
    phrasesAt: (token: Token) => RequestPhrase[];
    /** What is no request, but may be about tasks that are there: "plants watered", "did I call mom?" */
    supposedAt: (token: Token) => RequestPhrase[];
    openings: Pattern[];
    closings: Pattern[];
    /** Behind a list that was just made: what goes on it. */
    onto_it?: Pattern;
    /** "move milk to Friday and eggs to Sunday": the verb is said once. */
    each_to: Pattern;
    /** From the values of a phrase like "push it by two days". */
    lengthOf: (values: Record<string, Value>) => Shift | undefined;
    /** Behind these a request stands in another form: "would you mind adding". */
    gerund_leads: Set<string>;
    imperativeOf: (gerund: string) => string | undefined;
    /** "I want to": a request if one follows, else the wish to remember something. */
    wishes: Pattern[];
    priorities: Record<string, Priority>;
    fields: Record<string, ClearedField>;
  };
  grammar: {
    connectors: Set<string>;
    /** Verbs that to-dos begin with. */
    verbs: Set<string>;
    /** Whether an action ends with this word, in languages with the verb at the end. */
    endsAction?: (word: string) => boolean;
    /** A noun with one of these isn't a bare item: "card for mom and dad". */
    prepositions: Set<string>;
    /** Begin a second half that leans on the first: "and ask about …". */
    dependents: Set<string>;
    /** Point back at the first half: "and send it to Bob". */
    object_pronouns: Set<string>;
    /** Never done on their own: "go and buy". */
    going_verbs: Set<string>;
    /** "bread and butter" */
    fixed_pairs: Set<string>;
    /** Words whose full stop doesn't end a sentence. */
    abbreviations: Set<string>;
    articles: Set<string>;
    title_leads: Pattern[];
    /** "watered" → "water" */
    infinitiveOf: (word: string) => string | undefined;
    /** A thing to get is often noted as the thing alone. */
    gets?: Set<string>;
    not_tasks: Pattern[];
    questions: Set<string>;
    /** Introduces a list that may not be there yet. */
    new_list_lead: Set<string>;
    /** The same behind "put". */
    placed_lead: Set<string>;
    /** What goes somewhere or to someone: "trip to Berlin" names no list. */
    goes_to: Set<string>;
    /** In a question these make it ours: "list", "deadline". */
    task_topics: Set<string>;
    list_nouns: Set<string>;
    /** "my to-do list" is no particular list. */
    generic_lists: Set<string>;
    /** Names that are lists even before anybody made one. */
    usual_lists: Set<string>;
  };
  /** For a request that no phrase fits, but whose kind is plain: what says the kind, and so isn't the thing. */
  gathering?: {
    /** In the order in which they come before a task. */
    add: Set<string>[];
    /** Where a task is put; with the word before it no part of a title. */
    placed: Set<string>;
    remove: Set<string>;
    off: Set<string>;
    show: Set<string>;
    /** No words to look for in titles. */
    noise: Set<string>;
  };
  /** What the model looks at beside the words themselves. A language that it hasn't learned has none, and goes by its phrases alone. */
  cues?: {
    /** The kind of thing that a word speaks of, in capitals. */
    kindOf: (word: string) => string | undefined;
    /** Kinds that tell when and who, not what. */
    circumstances: Set<string>;
    polite: Set<string>;
    /** "what", "when": begin a question that wants to know something. */
    asks: Set<string>;
    /** "is", "do": begin a question for yes or no. */
    wonders: Set<string>;
    own: Set<string>;
    /** Verbs with which people ask machines and shops for something: "play", "book". */
    served: Set<string>;
    /** Kinds of things that machines and shops are asked for. */
    services: Set<string>;
    /** Ask for something to be done now, or for the speaker. */
    at_once: Set<string>;
  };
}
