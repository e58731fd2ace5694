"use client";
/** A link to a view. A plain click moves within the page; anything else is the browser's. */
import type { ComponentProps, MouseEvent } from "react";
import { useGo } from "./use-place.ts";

interface ViewLinkProps extends Omit<ComponentProps<"a">, "href"> {
  href: string;
}

export function ViewLink({ href, onClick, ...props }: ViewLinkProps) {
  const go = useGo();

  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go.to(href);
  };

  return <a href={href} onClick={follow} {...props} />;
}
