/** Things in a row: “a, b, c”, with the comma of the language. */
export const enumerate = (things: string[], locale: string) =>
  new Intl.ListFormat(locale, { type: "unit" }).format(things);
