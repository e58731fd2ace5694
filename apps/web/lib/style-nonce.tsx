"use client";
/** Layers that lock the page's scrolling add a style element; the content security policy lets it in by the page's nonce. */
import { setNonce } from "get-nonce";

/** Browsers hide the attribute from scripts' reach in the markup, not the property. */
export function StyleNonce() {
  if (typeof document !== "undefined") {
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    if (nonce) setNonce(nonce);
  }
  return null;
}
