"use client";
/** A form in which credentials are written: what is wrong stands next to the field it is about, which then has the focus. */
import { type FormEvent, useRef, useState } from "react";
import type { SignField, SignProblem } from "./sign.ts";

type Written = (field: SignField) => string;

/** `send` gets what is written, and answers what is wrong; nothing: it is done, and the form is left. */
export function useCredentials(send: (written: Written) => Promise<SignProblem | undefined>) {
  const [problem, setProblem] = useState<SignProblem>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (data: FormData) => {
    setProblem(undefined);
    setBusy(true);
    const found = await send((field) => String(data.get(field) ?? ""));
    if (!found) return;
    setProblem(found);
    setBusy(false);
    form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`)?.focus();
  };

  return {
    problem,
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
