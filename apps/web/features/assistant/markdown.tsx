"use client";
/** The assistant's words. Until the renderer has arrived they stand as plain paragraphs, line by line where they will be. */
import { lazy, Suspense, useDeferredValue } from "react";

const load = () => import("./rendered-markdown.ts");
/** Where it can't be fetched the words stay as they are: nothing of the page is to be lost for their look. */
const Rendered = lazy(() =>
  load().then(
    ({ RenderedMarkdown }) => ({ default: RenderedMarkdown }),
    () => ({ default: Paragraphs }),
  ),
);

/** So that it is there when the answer comes. */
export const fetchRenderer = () => void load().catch(() => undefined);

/** Plain sentences, which most answers are, need no renderer. */
const MARKS = /[*_`#[\]|<>~\\]|^\s*([-+]|\d+[.)])\s|https?:/m;

export function Markdown({ text }: { text: string }) {
  const settled = useDeferredValue(text);
  return (
    <div dir="auto" className="prose wrap-anywhere">
      {MARKS.test(settled) ? (
        <Suspense fallback={<Paragraphs text={settled} />}>
          <Rendered text={settled} />
        </Suspense>
      ) : (
        <Paragraphs text={settled} />
      )}
    </div>
  );
}

function Paragraphs({ text }: { text: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs only ever follow one another.
      <p key={index} className="whitespace-pre-wrap">
        {paragraph}
      </p>
    ));
}
