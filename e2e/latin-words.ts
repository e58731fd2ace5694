/** The Latin words that a page shows or reads aloud, for tests of pages in another script. */
import type { Page } from "playwright-core";

/** Written like this in every language. */
const everywhere = new Set(
  ["Todo", "English", "UTC", "iPhone", "https", "ics", "MB", "MCP", "API", "JSON", "Chrome", "Linux"].concat(
    // A standard's name, and an address to write one's own after.
    ["Standard", "Webhooks", "ada", "example", "com"],
    // Keys, as they stand on a keyboard.
    ["Ctrl", "Shift", "Alt", "Esc", "Escape", "Enter", "Space", "Backspace", "Delete", "Tab"],
  ),
);

/** Each piece of text that has a Latin word which is neither written so everywhere nor one of `own`. */
export async function latinWords(page: Page, own: string[] = []): Promise<string[]> {
  const texts = await page.evaluate(textsOf);
  const ofPerson = new Set(own.flatMap((text) => text.match(WORD) ?? []));
  return texts.filter((text) =>
    (text.match(WORD) ?? []).some((word) => !everywhere.has(word) && !ofPerson.has(word)),
  );
}

const WORD = /[A-Za-z]{2,}/g;

/** Runs in the page: what can be seen, and what is said of it to those who can't. */
function textsOf(): string[] {
  const spoken = ["aria-label", "aria-description", "title", "placeholder", "alt"];
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest("script, style, template, kbd, code, option:not(:checked)")) continue;
    if (!element.checkVisibility()) continue;
    if (node instanceof Element) found.push(...spoken.flatMap((name) => element.getAttribute(name) ?? []));
    else found.push(node.textContent ?? "");
  }
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}
