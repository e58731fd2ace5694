"use client";
/** The two answers. Either leads back to the app, which is told. */
import { useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { answerApp } from "./consent.ts";

export function ConsentForm({ query }: { query: string }) {
  const t = useAccountMessages();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const answer = async (accept: boolean) => {
    setBusy(true);
    setProblem(undefined);
    const outcome = await answerApp(query, accept, t);
    if ("leadsTo" in outcome) return window.location.assign(outcome.leadsTo);
    setProblem(outcome.problem);
    setBusy(false);
  };

  return (
    <>
      {problem && (
        <p role="alert" className="mt-4 text-small text-danger">
          {problem}
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-2">
        <Button kind="primary" disabled={busy} onClick={() => void answer(true)}>
          {t("consent.allow")}
        </Button>
        <Button disabled={busy} onClick={() => void answer(false)}>
          {t("consent.deny")}
        </Button>
      </div>
    </>
  );
}
