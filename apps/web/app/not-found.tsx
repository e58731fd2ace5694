/** In the place of a view that isn't there; the navigation stands beside it. */
import { getMessages } from "../messages/get-messages.ts";
import { CalmPage } from "../ui/calm-page.tsx";

export default async function NotFoundPage() {
  const t = await getMessages();
  return (
    <CalmPage as="div" title={t("notFound.title")} text={t("notFound.text")}>
      <a
        href="/"
        className="inline-flex h-9 items-center rounded-medium bg-accent px-3.5 font-medium text-on-accent hover:bg-accent-hover max-lg:h-11"
      >
        {t("notFound.home")}
      </a>
    </CalmPage>
  );
}
