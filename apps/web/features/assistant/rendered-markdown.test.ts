import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { RenderedMarkdown } from "./rendered-markdown.ts";

const html = (text: string) => renderToStaticMarkup(createElement(RenderedMarkdown, { text }));

describe("markdown", () => {
  test.each([
    [
      "emphasis",
      "**Done**: *milk* and ~~eggs~~ `x < y`",
      "<p><strong>Done</strong>: <em>milk</em> and <del>eggs</del> <code>x &lt; y</code></p>",
    ],
    ["lines", "one\ntwo\n\nthree", "<p>one<br/>two</p><p>three</p>"],
    ["a list", "- milk\n- **eggs**", "<ul><li>milk</li><li><strong>eggs</strong></li></ul>"],
    ["a list that begins later", "3. milk", '<ol start="3"><li>milk</li></ol>'],
    ["a quotation", "> milk", "<blockquote><p>milk</p></blockquote>"],
    ["code", "```js\na <b>\n```", "<pre><code>a &lt;b&gt;</code></pre>"],
    [
      "a table",
      "|a|b|\n|-|-|\n|1|2|",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    ],
    ["ticks", "- [x] milk\n- [ ] eggs", "<ul><li>☑ milk</li><li>☐ eggs</li></ul>"],
    [
      "a web address",
      "[docs](https://example.com)",
      '<p><a href="https://example.com" target="_blank" rel="noopener noreferrer">docs</a></p>',
    ],
  ])("%s", (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test.each([
    ["an image, which would call another host", "![a cat](https://evil.example/cat.png)"],
    ["a script", "<script>alert(1)</script>"],
    ["an element with a handler", 'hello <img src=x onerror="alert(1)">'],
    ["a link that runs something", "[click](javascript:alert(1))"],
    ["the same in disguise", "[click](JaVaScRiPt&colon;alert(1))"],
    ["data for a page", "[click](data:text/html;base64,PHNjcmlwdD4=)"],
    ["a path of our own", "[settings](/settings)"],
    ["a definition elsewhere", "[click][x]\n\n[x]: javascript:alert(1)"],
  ])("makes no element that acts of %s", (_, text) => {
    expect(html(text)).not.toMatch(/<(img|script|a|iframe|style)\b|<[^>]+\son\w+=/i);
  });
});
