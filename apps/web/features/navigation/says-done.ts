/**
 * Whether a filter says anything of tasks being done, told without its grammar,
 * which the first page doesn't load. The test holds it against the grammar.
 */

/** What ends a run of words: a quotation, a name, a mark. Then a field, whose words are looked for. Then a word. */
const pieces =
  /([@#]?["“”](?:\\.|[^\\"“”])*["“”]?|[@#][^\s&|()"“”]+|[&|()!])|((?:title|search):)|[^\s&|()"“”]+/gisu;
const joins = /^(?:and|or|not)$/iu;
const says = /^(?:completed|done|open|pending)$/iu;

export function saysDone(filter: string): boolean {
  let lookedFor = false;
  for (const [piece, end, field] of filter.matchAll(pieces)) {
    if (field) lookedFor = true;
    else if (end || joins.test(piece)) lookedFor = false;
    else if (!lookedFor && says.test(piece)) return true;
  }
  return false;
}
