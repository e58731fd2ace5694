/** Which of the tasks that a search found are meant. The search forgives typing errors, so it may give more. */
import type { SaidTask } from "../../words/words.ts";

/** The closest kind of match alone: the same title, else all the words, else what the search thought alike. */
export function closest<Task extends SaidTask>(text: string, tasks: Task[]): Task[] {
  const wanted = stems(text);
  const same = tasks.filter(({ title }) => stems(title).join(" ") === wanted.join(" "));
  return same.length > 0 ? same : everyMatch(text, tasks);
}

/** For “all meetings”: every title with the words, else what the search thought alike. */
export function everyMatch<Task extends SaidTask>(text: string, tasks: Task[]): Task[] {
  const found = withWords(text, tasks);
  return found.length > 0 ? found : tasks;
}

export function withWords<Task extends SaidTask>(text: string, tasks: Task[]): Task[] {
  const wanted = stems(text);
  return tasks.filter(({ title }) => {
    const has = stems(title);
    return wanted.every((word) => has.includes(word));
  });
}

/** What to search for: stems, since the search completes words but doesn't shorten them. */
export const searchOf = (text: string) => stems(text).join(" ") || text.trim();

export const sameText = (a: string, b: string) => stems(a).join(" ") === stems(b).join(" ");

export function stems(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const content = words.filter((word) => !articles.has(word));
  return (content.length > 0 ? content : words).map(stem);
}

const articles = new Set(["the", "a", "an", "my"]);

/** English plurals: “groceries”, “boxes”, “meetings”. Longer words alone, so that “bus” stays. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}
