"use client";
import { t } from "../lib/messages/translate.ts";
import { CalmPage } from "../ui/calm-page.tsx";

export default function NotFoundPage() {
  return (
    <CalmPage
      title={t("notFound.title")}
      text={t("notFound.text")}
      action={{ label: t("notFound.home"), run: () => window.location.assign("/") }}
    />
  );
}
