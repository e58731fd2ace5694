"use client";
import { useMessages } from "../messages/use-messages.tsx";
import { Button } from "../ui/button.tsx";
import { CalmPage } from "../ui/calm-page.tsx";

export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useMessages();
  return (
    <CalmPage title={t("broken.title")} text={t("broken.text")}>
      <Button kind="primary" onClick={reset}>
        {t("action.tryAgain")}
      </Button>
    </CalmPage>
  );
}
