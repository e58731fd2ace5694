/**
 * Markdown as elements, on the server as in the browser. Only elements that
 * structure text: HTML in it is shown as it is written. No images, because
 * they would call other hosts; no links but web addresses.
 */
import { lexer, type MarkedToken, type Token, type Tokens } from "marked";
import { createElement, Fragment, type ReactNode } from "react";

export function RenderedMarkdown({ text }: { text: string }): ReactNode {
  return createElement(Fragment, null, ...all(lexer(text, { gfm: true, breaks: true })));
}

/** Spread as children, they need no keys: a text only ever grows. */
const element = (tag: string, tokens: Token[], attributes: object | null = null) =>
  createElement(tag, attributes, ...all(tokens));

const all = (tokens: Token[]): ReactNode[] => tokens.filter(isKnown).map(drawn);

/** Without extensions the lexer makes no others. */
const isKnown = (token: Token): token is MarkedToken => token.type !== "def" && token.type !== "space";

function drawn(token: MarkedToken): ReactNode {
  switch (token.type) {
    case "paragraph":
      return element("p", token.tokens);
    case "heading":
      return element(`h${Math.min(token.depth, 4)}`, token.tokens);
    case "blockquote":
      return element("blockquote", token.tokens);
    case "list":
      return list(token);
    case "code":
      return createElement("pre", null, createElement("code", null, token.text));
    case "table":
      return table(token);
    case "hr":
    case "br":
      return createElement(token.type);
    case "strong":
    case "em":
    case "del":
      return element(token.type, token.tokens);
    case "codespan":
      return createElement("code", null, token.text);
    case "link":
      return link(token);
    case "image":
      return token.text;
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    case "html":
      return /^<br\s*\/?>$/i.test(token.text) ? createElement("br") : token.text;
    case "text":
      return token.tokens ? createElement(Fragment, null, ...all(token.tokens)) : token.text;
    case "escape":
      return token.text;
    default:
      return null;
  }
}

const list = ({ ordered, start, items }: Tokens.List) =>
  createElement(
    ordered ? "ol" : "ul",
    ordered && start !== "" && start !== 1 ? { start } : null,
    ...items.map(({ tokens }) => element("li", tokens)),
  );

function table({ header, rows }: Tokens.Table) {
  const row = (tag: "th" | "td", cells: Tokens.TableCell[]) =>
    createElement("tr", null, ...cells.map(({ tokens }) => element(tag, tokens)));
  return createElement(
    "table",
    null,
    createElement("thead", null, row("th", header)),
    createElement("tbody", null, ...rows.map((cells) => row("td", cells))),
  );
}

const link = ({ href, tokens }: Tokens.Link) =>
  /^https?:/i.test(href)
    ? element("a", tokens, { href, target: "_blank", rel: "noopener noreferrer" })
    : element("span", tokens);
