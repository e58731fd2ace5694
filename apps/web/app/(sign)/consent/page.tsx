import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { queryOf } from "../../../features/account/authorize.ts";
import { ConsentPage } from "../../../features/account/consent-page.tsx";
import type { SignPageProps } from "../../../features/account/sign-page.tsx";
import { Unreachable } from "../../../features/navigation/unreachable.tsx";
import { isSignedOut } from "../../../lib/errors.ts";
import { serverAppName, serverProfile } from "../../../lib/server-api.ts";
import { getMessages } from "../../../messages/get-messages.ts";
import { CalmPage } from "../../../ui/calm-page.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getMessages())("consent.pageTitle"),
});

export default async function Consent({ searchParams }: SignPageProps) {
  const query = await searchParams;
  const { client_id, sig } = query;
  if (typeof client_id !== "string" || typeof sig !== "string") return <Refused />;

  const found = await Promise.all([serverProfile(), serverAppName(client_id)]).catch((error: unknown) => ({
    error,
  }));
  if ("error" in found) {
    if (isSignedOut(found.error)) redirect(`/sign-in?${queryOf(query)}`);
    return <Unreachable />;
  }
  const [profile, app] = found;
  return app === undefined ? <Refused /> : <ConsentPage query={query} app={app} profile={profile} />;
}

/** Nobody asks, or the API refused the request: then it sends people here as well, and says why for developers alone. */
async function Refused() {
  const t = await getMessages();
  return (
    <CalmPage title={t("consent.refusedTitle")} text={t("consent.refusedText")}>
      <a href="/" className="font-medium text-accent underline-offset-2 hover:underline">
        {t("notFound.home")}
      </a>
    </CalmPage>
  );
}
