/**
 * Markdown to HTML that is safe to show: only elements that structure text.
 * No images, because they would call other hosts; no links but web addresses.
 */
import DOMPurify from "dompurify";
import { marked } from "marked";

const ALLOWED = [
  "a",
  "b",
  "blockquote",
  "br",
  "code",
  "del",
  "em",
  "h1",
  "h2",
  "h3",
  "h4",
  "hr",
  "i",
  "li",
  "ol",
  "p",
  "pre",
  "strong",
  "table",
  "tbody",
  "td",
  "th",
  "thead",
  "tr",
  "ul",
];

const purify = DOMPurify(window);

purify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return;
  node.setAttribute("rel", "noopener noreferrer");
  node.setAttribute("target", "_blank");
});

export function renderMarkdown(markdown: string): string {
  return purify.sanitize(marked.parse(markdown, { async: false, gfm: true, breaks: true }), {
    ALLOWED_TAGS: ALLOWED,
    ALLOWED_ATTR: ["href", "start"],
    ALLOWED_URI_REGEXP: /^https?:/i,
  });
}
