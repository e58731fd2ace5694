/**
 * Shorthands that need no grammar: +list @label *label #name p1 !3. They are
 * the same in every language. A marker is a whole word, so "C#", an address or
 * a link is none.
 */
import type { InterpretContext, Priority } from "../meaning.ts";
import type { Token } from "../text/tokens.ts";

export type Marker =
  | { kind: "list"; name: string }
  | { kind: "label"; name: string }
  | { kind: "priority"; priority: Priority };

const byLetter: Record<string, Priority> = { p1: "urgent", p2: "high", p3: "medium", p4: "none" };
const byNumber: Record<string, Priority> = {
  "!1": "low",
  "!2": "medium",
  "!3": "high",
  "!4": "urgent",
  "!5": "urgent",
};
const named = /^[+@#*](\p{L}[^*]*)$/u;

export function readMarker(token: Token, context: InterpretContext = {}): Marker | undefined {
  if (token.quoted) return undefined;
  const priority = byLetter[token.word] ?? byNumber[token.word];
  if (priority) return { kind: "priority", priority };

  const name = named.exec(token.text)?.[1];
  if (!name || /^\w+@|:\/\//u.test(name)) return undefined;
  if (token.text.startsWith("+")) return { kind: "list", name: knownAs(name, context.lists) ?? name };
  const list = token.text.startsWith("#") ? knownAs(name, context.lists) : undefined;
  if (list !== undefined) return { kind: "list", name: list };
  return { kind: "label", name: knownAs(name, context.labels) ?? name };
}

/** The name as the person wrote it when they made it. */
export function knownAs(name: string, known: string[] = []): string | undefined {
  const lower = name.toLowerCase();
  return known.find((each) => each.toLowerCase() === lower);
}
