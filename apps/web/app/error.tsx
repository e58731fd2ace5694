"use client";
/** In place of a page that broke. A part that couldn't be fetched is never asked for again, so only a new page helps then. */
import { useMessages } from "../messages/use-messages.tsx";
import { Button } from "../ui/button.tsx";
import { CalmPage } from "../ui/calm-page.tsx";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  const t = useMessages();
  const tryAgain = () => (error.name === "ChunkLoadError" ? window.location.reload() : reset());
  return (
    <CalmPage title={t("broken.title")} text={t("broken.text")}>
      <Button kind="primary" onClick={tryAgain}>
        {t("action.tryAgain")}
      </Button>
    </CalmPage>
  );
}
