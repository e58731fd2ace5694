"use client";
/** In place of a page that broke, or misses a part: React never asks for that again, so only a new page helps then. */
import { useMessages } from "../messages/use-messages.tsx";
import { Button } from "../ui/button.tsx";
import { CalmPage } from "../ui/calm-page.tsx";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const t = useMessages();
  const missing = error.name === "ChunkLoadError";
  const tryAgain = () => (missing ? window.location.reload() : reset());
  return (
    <CalmPage
      title={t(missing ? "missing.title" : "broken.title")}
      text={t(missing ? "missing.text" : "broken.text")}
    >
      <Button kind="primary" onClick={tryAgain}>
        {t("action.tryAgain")}
      </Button>
    </CalmPage>
  );
}
