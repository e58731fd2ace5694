/** The answers that a question offers, read off its words: a numbered list after it, or a yes and a no. */
export type Answer = { kind: "choice"; number: string; text: string } | { kind: "yes" | "no" };

const CHOICE = /^\s*([\d\u06F0-\u06F9]{1,2})[.)]\s+(\S.*)$/u;
const QUESTION = /[?？؟]\s*$/u;
/** Questions that a yes or a no answers. “Milk or eggs?” is none. */
const YES_OR_NO = /^(?:shall|should|do|does|is|are|may|can|would|did)\s|^کیا\s/iu;
const EITHER = /\sor\s|\sیا\s/u;
const MOST = 9;

export function answersIn(text: string): Answer[] {
  const lines = text
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "");
  const list = lines.findIndex((line) => CHOICE.test(line));
  if (list > 0) {
    // Whatever follows a list belongs to it: “and 12 more”.
    const asks = QUESTION.test(lines[list - 1]!.replace(/[*_]+\s*$/u, "")) || QUESTION.test(lines.at(-1)!);
    const choices = lines.slice(list).flatMap((line): Answer[] => {
      const [, number = "", said = ""] = CHOICE.exec(line) ?? [];
      return number ? [{ kind: "choice", number, text: said.replace(/[*_`]/gu, "") }] : [];
    });
    return asks && choices.length > 1 ? choices.slice(0, MOST) : [];
  }
  const last =
    lines
      .at(-1)
      ?.split(/(?<=[.!…。۔])\s+/u)
      .at(-1) ?? "";
  return QUESTION.test(last) && YES_OR_NO.test(last) && !EITHER.test(last)
    ? [{ kind: "yes" }, { kind: "no" }]
    : [];
}

/** What is said besides the rows that can be tapped. Where not all can, they stay. */
export function besidesAnswers(text: string): string {
  const lines = text.split("\n");
  const others = lines.filter((line) => !CHOICE.test(line));
  const offered = answersIn(text).filter(({ kind }) => kind === "choice").length;
  return offered > 0 && lines.length - others.length === offered ? others.join("\n").trim() : text;
}
