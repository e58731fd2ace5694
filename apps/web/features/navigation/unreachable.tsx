"use client";
/** In place of the workspace while the API doesn't answer. It tries again by itself, too. */
import { useEffect } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { CalmPage } from "../../ui/calm-page.tsx";

const AGAIN_MS = 5_000;

export function Unreachable() {
  const t = useMessages();
  useEffect(() => {
    const timer = setInterval(async () => {
      // Any answer but a server error means that the API is back.
      const answer = await fetch("/api/profile").catch(() => undefined);
      if (answer && answer.status < 500) window.location.reload();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <CalmPage title={t("unreachable.title")} text={t("unreachable.text")}>
      <Button kind="primary" onClick={() => window.location.reload()}>
        {t("action.tryAgain")}
      </Button>
    </CalmPage>
  );
}
