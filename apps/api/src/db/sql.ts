/**
 * sql`…` builds a statement with numbered parameters; a statement inside a
 * statement is spliced in. Values never become text, so they can't inject.
 */
export class Sql {
  readonly text: string;
  readonly values: unknown[];
  /** Its text depends on what somebody asked for, so there is no end of such texts: not worth preparing by name. */
  oneOff = false;

  constructor(strings: readonly string[], parts: readonly unknown[]) {
    this.values = [];
    let text = strings[0]!;
    parts.forEach((part, index) => {
      text += part instanceof Sql ? this.splice(part) : this.bind(part);
      text += strings[index + 1]!;
    });
    this.text = text;
  }

  /** A statement whose text is at hand. */
  static of(text: string, values: unknown[]): Sql {
    const made = new Sql([text], []);
    made.values.push(...values);
    return made;
  }

  private bind(value: unknown) {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  private splice(inner: Sql) {
    const offset = this.values.length;
    this.values.push(...inner.values);
    this.oneOff ||= inner.oneOff;
    return inner.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
  }
}

export const sql = (strings: TemplateStringsArray, ...parts: unknown[]) => new Sql(strings, parts);

/** Text that the program itself wrote: a column's name, an order. Never input. */
export const literal = (text: string) => new Sql([text], []);

/** The same, and whatever it becomes a part of, as one whose text is hardly asked for again. */
export function oneOff(statement: Sql): Sql {
  statement.oneOff = true;
  return statement;
}

export function join(parts: Sql[], separator: string): Sql {
  const strings = ["", ...parts.slice(1).map(() => separator), ""];
  return parts.length === 0 ? literal("") : new Sql(strings, parts);
}
