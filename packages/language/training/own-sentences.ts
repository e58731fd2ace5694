/**
 * Sentences that public data sets lack, made from frames and fillings: tasks
 * that are completed, changed and pointed at, many at once, bare to-dos, and
 * reminders by the names they have. None of them is a test of ours.
 */
import type { Class } from "../src/intent/model/network.ts";
import { fillings, frames } from "./phrasings.ts";

interface Sentence {
  text: string;
  class: Class;
}

/** How many of each frame; fillings are drawn anew for each. */
const draws = 10;

export function ownSentences(random: () => number): Sentence[] {
  const drawn = (name: string) => {
    const choices = fillings[name] ?? [];
    return choices[Math.floor(random() * choices.length)] ?? "";
  };
  const sentences = new Map<string, Sentence>();
  for (const kind of Object.keys(frames) as Class[]) {
    for (const frame of frames[kind]) {
      for (let draw = 0; draw < draws; draw += 1) {
        const text = frame.replace(/\{(\w+)\}/gu, (_, name: string) => drawn(name));
        sentences.set(text, { text, class: kind });
      }
    }
  }
  return [...sentences.values()];
}
