/** What is wrong with a filter, and where. */
import type { Span } from "../meaning.ts";

type Values = Record<string, string | number>;

/** By code, which is stable: what each says in English, with what to write instead. */
const sentences = {
  closes_nothing: () => "This `)` closes nothing.",
  never_closed: () => "This `(` is never closed.",
  too_many: ({ most }) => `A filter may have ${most} conditions, and this one has more.`,
  too_deep: ({ most }) => `A filter may be ${most} brackets deep, and this one is deeper.`,
  condition_missing: () => "I expected a condition here, such as @home, p1 or due today.",
  condition_missing_after: ({ after }) =>
    `After \`${after}\` I expected a condition, such as @home, p1 or due today.`,
  label_missing: ({ after }) => `After \`${after}\` I expected the name of a label, such as @home.`,
  list_missing: ({ after }) => `After \`${after}\` I expected the name of a list, such as #Groceries.`,
  quotation_open: () => 'A quotation that begins here has no end: put a `"` behind it.',
  quotation_empty: () => "There is nothing between these quotation marks.",
  words_missing: ({ after }) => `After \`${after}\` I expected words to look for.`,
  unfinished: ({ after, wanted }) =>
    `After \`${after}\` I expected ${wanted}; for the word itself write "${after}" in quotation marks.`,
  day_missing: ({ after }) => `After \`${after}\` I expected a day such as friday, next week or 2026-12-01.`,
  has_time: ({ words }) => `Filters go by whole days, so leave the time out of \`${words}\`.`,
  no_label: ({ name }) => `There is no label called ${name}.`,
  no_list: ({ name }) => `There is no list called ${name}.`,
} satisfies Record<string, (values: Values) => string>;

export type FilterProblemCode = keyof typeof sentences;

const isCode = (name: string): name is FilterProblemCode => Object.hasOwn(sentences, name);

/** For translations: what may be wrong. */
export const filterProblemCodes = /* @__PURE__ */ Object.keys(sentences).filter(isCode);

export interface FilterProblem {
  code: FilterProblemCode;
  /** What the sentence names. */
  params: Values;
  /** A sentence for people, in English. */
  message: string;
  span: Span;
}

export const filterProblem = (code: FilterProblemCode, params: Values, span: Span): FilterProblem => ({
  code,
  params,
  message: sentences[code](params),
  span,
});

/** Leaves the parser; `parseFilter()` catches it. */
export class WrongFilter extends Error {
  readonly problem: FilterProblem;

  constructor(problem: FilterProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function fail(code: FilterProblemCode, params: Values, { start, end }: Span): never {
  throw new WrongFilter(filterProblem(code, params, { start, end }));
}
