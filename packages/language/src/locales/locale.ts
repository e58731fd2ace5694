/** What a language brings along: word tables and phrases. The algorithms know no words. */
import type { DaysAt } from "../dates/days.ts";
import type { Priority, Reference } from "../meaning.ts";
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
    phrases: DatePhrase[];
    /** Parts of a day, read only beside a date: "tomorrow morning". */
    parts: DatePhrase[];
    /** Words that introduce a date: "on", "by". */
    leads: Set<string>;
    /** A weekday behind these is a repetition or a name: "every Friday", "Black Friday". */
    never_after: Set<string>;
    /** Words that may follow a date without belonging to it. */
    edges: Set<string>;
    default_times: Record<PartOfDay, string>;
  };
  chips: {
    priority: { pattern: Pattern; edge_only?: true }[];
    list: Pattern[];
    /** In a listing no preposition is needed: "show the work list". */
    list_named: Pattern;
    /** Followed by the name of a list that exists. */
    list_lead: Pattern;
    /** "to my list": says nothing. */
    no_list: Pattern[];
    labels: Pattern[];
  };
  references: {
    last: Pattern[];
    last_all: Pattern[];
    ordinals: Pattern[];
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
    due_lead: Pattern;
    part_of_day: { pattern: Pattern; part: PartOfDay }[];
    isPlural: (word: string) => boolean;
  };
  requests: {
    phrases: RequestPhrase[];
    openings: Pattern[];
    closings: Pattern[];
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
    /** In a question these make it ours: "list", "deadline". */
    task_topics: Set<string>;
    list_nouns: Set<string>;
    /** "my to-do list" is no particular list. */
    generic_lists: Set<string>;
    /** Names that are lists even before anybody made one. */
    usual_lists: Set<string>;
  };
}
