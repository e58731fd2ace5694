"use client";
import { t } from "../lib/messages/translate.ts";
import { CalmPage } from "../ui/calm-page.tsx";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <CalmPage
      title={t("broken.title")}
      text={t("broken.text")}
      action={{ label: t("action.tryAgain"), run: reset }}
    />
  );
}
