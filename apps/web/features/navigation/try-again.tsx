"use client";
/** Loads the page anew: when it is pressed, and by itself once the API is back. */
import { useEffect } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";

const AGAIN_MS = 5_000;

export function TryAgain() {
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
    <Button kind="primary" onClick={() => window.location.reload()}>
      {t("action.tryAgain")}
    </Button>
  );
}
