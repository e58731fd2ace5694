"use client";
/**
 * A form in which credentials are written: what is wrong stands next to the field it is about, which then has the
 * focus. A screen reader tells it once: with the field that gets the focus, or by itself.
 */
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { SignField, SignProblem } from "./sign.ts";

type Written = (field: SignField) => string;

/** `send` gets what is written, and answers what is wrong; nothing: it is done, and the form is left. */
export function useCredentials(send: (written: Written) => Promise<SignProblem | undefined>) {
  const [problem, setProblem] = useState<SignProblem>();
  const [busy, setBusy] = useState(false);
  const [toldWithFocus, setToldWithFocus] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (data: FormData) => {
    setProblem(undefined);
    setBusy(true);
    const found = await send((field) => String(data.get(field) ?? ""));
    if (!found) return;
    const field = form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`);
    // It has to stand there before the field gets the focus.
    flushSync(() => {
      setProblem(found);
      setToldWithFocus(document.activeElement !== field);
      setBusy(false);
    });
    field?.focus();
  };

  return {
    problem,
    toldWithFocus,
    busy,
    form: {
      ref: form,
      noValidate: true,
      // Sent before the page is alive, it is kept by React until it is, and no password comes into an address.
      action: submit,
      // Later it isn't React's, which would empty the fields.
      onSubmit(event: FormEvent<HTMLFormElement>) {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      },
    },
  };
}
