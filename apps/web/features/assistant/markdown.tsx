"use client";
/** The assistant's words. Until the renderer has arrived they stand as plain text, which reads almost the same. */
import { useDeferredValue, useEffect, useState } from "react";

type Render = (markdown: string) => string;

let renderer: Promise<Render> | undefined;
const loadRenderer = () => {
  renderer ??= import("./render-markdown.ts").then((module) => module.renderMarkdown);
  return renderer;
};

/** Plain sentences, which most answers are, need no renderer. */
const MARKS = /[*_`#[\]|<>~\\]|^\s*([-+]|\d+[.)])\s|https?:/m;

export function Markdown({ text }: { text: string }) {
  const [render, setRender] = useState<Render>();
  const settled = useDeferredValue(text);

  const marked = MARKS.test(text);

  useEffect(() => {
    if (!marked) return;
    let shown = true;
    void loadRenderer().then((found) => shown && setRender(() => found));
    return () => {
      shown = false;
    };
  }, [marked]);

  if (!render || !marked)
    return (
      <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
        {text}
      </p>
    );
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer lets only a short list of elements through.
    <div className="prose wrap-anywhere" dir="auto" dangerouslySetInnerHTML={{ __html: render(settled) }} />
  );
}
