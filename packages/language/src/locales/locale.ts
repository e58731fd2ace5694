/** What a language brings along: word tables and phrases. The algorithms know no words. */
import type { DaysAt } from "../dates/days.ts";
import type { Priority, Reference, Shift } from "../meaning.ts";
import type { Pattern, Value } from "../text/pattern.ts";
import type { Token } from "../text/tokens.ts";

export type PartOfDay = "morning" | "afternoon" | "evening" | "night";

export interface ClockTime {
  /** Since midnight. */
  minutes: number;
  /** False for "at 5", which may be in the afternoon. */
  sure: boolean;
}

/** One way to say a date or a time. Everything it gives holds at once: "tonight" is a day and a part of day. */
export interface DatePhrase {
  pattern: Pattern;
  day?: (values: Record<string, Value>) => DaysAt | undefined;
  time?: (values: Record<string, Value>) => ClockTime | undefined;
  part?: (values: Record<string, Value>) => PartOfDay;
  /** Minutes of real time from now: "in half an hour". */
  minutes_away?: (values: Record<string, Value>) => number;
  /** Only a date where the phrase ends: "the 15th", but not "the 15th floor". */
  before_edge?: true;
  /** Only a date behind a word like "on", or on its own. */
  after_lead?: true;
  /** Begun with one of these, it is a date only behind a word like "on", before a time, or with a capital at the end: "sat with dad". */
  doubtful?: Set<string>;
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
  dates: {
    /** Those that can begin at a token. */
    phrasesAt: (token: Token) => DatePhrase[];
    /** Parts of a day, read only beside a date: "tomorrow morning". */
    parts: DatePhrase[];
    /** Words that introduce a date: "on", "by". */
    leads: Set<string>;
    /** A weekday behind these is a repetition or a name: "every Friday", "Black Friday". */
    never_after: Set<string>;
    /** Words that may follow a date without belonging to it. */
    edges: Set<string>;
    /** "make it 11": a number that is a time only because nothing else makes sense. */
    bare_hour: DatePhrase;
    default_times: Record<PartOfDay, string>;
  };
  chips: {
    priority: { pattern: Pattern; edge_only?: true }[];
    list: Pattern[];
    /** In a listing no preposition is needed: "show the work list". */
    list_named: Pattern;
    /** Followed by the name of a list that exists. */
    list_lead: Pattern;
    /** The same of tasks that are in it: "all tasks from groceries". */
    list_source: Pattern;
    /** "to my list": says nothing. */
    no_list: Pattern[];
    labels: Pattern[];
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
    numbers: (token: Token) => number | undefined;
    every: Pattern[];
    everything: Pattern[];
    determiners: Set<string>;
    possessives: Set<string>;
    task_nouns: Set<string>;
    task_nouns_plural: Set<string>;
    fillers: Pattern[];
    filter_fillers: Set<string>;
    status: { pattern: Pattern; status: NonNullable<Reference["status"]> }[];
    overdue: Pattern[];
    due_before: Pattern;
    due_after: Pattern;
    /** The day itself is meant as well: "by Friday", "since Monday". */
    due_by: Pattern;
    due_since: Pattern;
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
    openings: Pattern[];
    closings: Pattern[];
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
    fields: Record<string, "description" | "labels" | "list" | "due_on" | "priority">;
  };
  grammar: {
    connectors: Set<string>;
    /** Verbs that to-dos begin with. */
    verbs: Set<string>;
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
}
