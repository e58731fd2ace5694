/**
 * A small pattern language over tokens, so that a locale can write down what
 * people say as a table of phrases:
 *   word   (one|two words)   [optional|or this]   {slot}   {slot+}   #class   :
 * `{slot}` takes as few tokens as possible, `{slot+}` as many. Time is linear in text times pattern.
 */
import type { Token } from "./tokens.ts";

/** Token positions, half open. */
export interface Range {
  from: number;
  to: number;
}

export type Value = number | string;
/** Recognises one token and says what it stands for. */
export type WordClass = (token: Token) => Value | undefined;
export type WordClasses = Record<string, WordClass>;

export interface Match {
  to: number;
  slots: Record<string, Range>;
  values: Record<string, Value>;
}

type Step =
  | { kind: "word"; word: string }
  | { kind: "class"; name: string; is: WordClass }
  | { kind: "colon" }
  | { kind: "open"; slot: string; greedy: boolean }
  | { kind: "fork"; to: number[] }
  | { kind: "jump"; to: number };

/** Steps after which there are several ways on, or something to remember. */
type Branch = Extract<Step, { kind: "class" | "open" | "fork" }>;

export interface Pattern {
  steps: Step[];
  /** What it can begin with; absent when that may be anything. */
  firsts?: Firsts;
}

interface Firsts {
  words: Set<string>;
  classes: Set<WordClass>;
}

export function compile(source: string, classes: WordClasses = {}): Pattern {
  const parts = source.match(/[()[\]|:]|\{\w+\+?\}|#\w+|[^\s()[\]|:{}]+/gu) ?? [];
  const steps: Step[] = [];
  let at = 0;

  const sequence = () => {
    while (at < parts.length && !/^[)\]|]$/u.test(parts[at]!)) element(parts[at++]!);
  };
  const element = (part: string) => {
    if (part === "(" || part === "[") alternatives(part === "[");
    else if (part === ":") steps.push({ kind: "colon" });
    else if (part.startsWith("{")) {
      steps.push({ kind: "open", slot: part.replace(/[{}+]/gu, ""), greedy: part.endsWith("+}") });
    } else if (part.startsWith("#")) {
      const is = classes[part.slice(1)];
      if (!is) throw new Error(`The pattern "${source}" uses the unknown class ${part}.`);
      steps.push({ kind: "class", name: part.slice(1), is });
    } else steps.push({ kind: "word", word: part });
  };
  const alternatives = (optional: boolean) => {
    const fork: Extract<Step, { kind: "fork" }> = { kind: "fork", to: [] };
    const jumps: Extract<Step, { kind: "jump" }>[] = [];
    steps.push(fork);
    do {
      fork.to.push(steps.length);
      sequence();
      const jump: Extract<Step, { kind: "jump" }> = { kind: "jump", to: 0 };
      jumps.push(jump);
      steps.push(jump);
    } while (parts[at++] === "|");
    for (const jump of jumps) jump.to = steps.length;
    if (optional) fork.to.push(steps.length);
  };

  sequence();
  const firsts = firstsOf(steps);
  return { steps, ...(firsts && { firsts }) };
}

function firstsOf(steps: Step[]): Firsts | undefined {
  const firsts: Firsts = { words: new Set(), classes: new Set() };
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const step = steps[at];
    if (step?.kind === "word") firsts.words.add(step.word);
    else if (step?.kind === "class") firsts.classes.add(step.is);
    else if (step?.kind === "jump") open.push(step.to);
    else if (step?.kind === "fork") open.push(...step.to);
    else return undefined;
  }
  return firsts;
}

function beginsWith({ words, classes }: Firsts, token: Token): boolean {
  if (words.has(token.word)) return true;
  for (const is of classes) if (is(token) !== undefined) return true;
  return false;
}

/** Tells which of many phrases can begin at a token, in the order they were given, so that only those few are tried. */
export function byFirst<Phrase extends { pattern: Pattern }>(phrases: Phrase[]): (token: Token) => Phrase[] {
  const byWord = Map.groupBy(
    phrases.flatMap(({ pattern: { firsts } }, at) =>
      [...(firsts?.words ?? [])].map((word) => ({ word, at })),
    ),
    ({ word }) => word,
  );
  const classes = new Set(phrases.flatMap(({ pattern: { firsts } }) => [...(firsts?.classes ?? [])]));
  const byClass = [...classes].map((is) => ({
    is,
    places: phrases.flatMap(({ pattern: { firsts } }, at) => (firsts?.classes.has(is) ? [at] : [])),
  }));
  const always = phrases.flatMap(({ pattern: { firsts } }, at) => (firsts ? [] : [at]));
  const known = new WeakMap<Token, Phrase[]>();

  const candidates = (token: Token) => {
    const places = new Set(always);
    for (const { at } of byWord.get(token.word) ?? []) places.add(at);
    for (const { is, places: its } of byClass) {
      if (is(token) !== undefined) for (const at of its) places.add(at);
    }
    return [...places].sort((a, b) => a - b).map((at) => phrases[at]!);
  };
  return (token) => {
    const found = known.get(token) ?? candidates(token);
    known.set(token, found);
    return found;
  };
}

/**
 * Matches a pattern against tokens[from, to): all of them, or with `prefix`
 * as many as the pattern wants. Where ways part, a failed (step, token) pair is never tried twice.
 */
export function match(
  pattern: Pattern,
  tokens: Token[],
  { from, to }: Range,
  options: { prefix?: boolean } = {},
): Match | undefined {
  const { steps, firsts } = pattern;
  if (firsts && !(from < to && beginsWith(firsts, tokens[from]!))) return undefined;
  const failed = new Set<number>();
  const hopelessFrom = new Map<number, number>();
  const width = to - from + 1;
  const slots: Record<string, Range> = {};
  const values: Record<string, Value> = {};

  const run = (start: number, position: number): number | undefined => {
    let at = position;
    for (let step = start; ; step += 1) {
      const next = steps[step];
      if (!next) return options.prefix || at === to ? at : undefined;
      if (next.kind === "word") {
        if (at >= to || tokens[at]!.word !== next.word) return undefined;
        at += 1;
      } else if (next.kind === "jump") step = next.to - 1;
      else if (next.kind === "colon") {
        if (at === from || !/[:–—-]/u.test(tokens[at - 1]!.after)) return undefined;
      } else return branch(next, step, at);
    }
  };

  const branch = (next: Branch, step: number, position: number): number | undefined => {
    if (next.kind === "class") {
      const value = position < to ? next.is(tokens[position]!) : undefined;
      const end = value === undefined ? undefined : run(step + 1, position + 1);
      if (end !== undefined) values[next.name] = value!;
      return end;
    }
    const key = step * width + (position - from);
    if (failed.has(key)) return undefined;
    const end = next.kind === "open" ? fill(next, step, position) : firstOf(next.to, position);
    if (end === undefined) failed.add(key);
    return end;
  };

  const firstOf = (branches: number[], position: number): number | undefined => {
    for (const start of branches) {
      const end = run(start, position);
      if (end !== undefined) return end;
    }
    return undefined;
  };

  const fill = ({ slot, greedy }: Extract<Step, { kind: "open" }>, step: number, position: number) => {
    // What can't be filled from here can't be filled from further right either.
    if (position >= (hopelessFrom.get(step) ?? Number.POSITIVE_INFINITY)) return undefined;
    const size = to - position;
    for (let taken = 1; taken <= size; taken += 1) {
      const until = greedy ? to + 1 - taken : position + taken;
      const end = run(step + 1, until);
      if (end === undefined) continue;
      slots[slot] ??= { from: position, to: until };
      return end;
    }
    hopelessFrom.set(step, position);
    return undefined;
  };

  const end = run(0, from);
  return end === undefined ? undefined : { to: end, slots, values };
}
