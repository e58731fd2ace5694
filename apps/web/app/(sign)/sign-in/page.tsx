import type { Metadata } from "next";
import { SignPage, type SignPageProps, safeNext } from "../../../features/account/sign-page.tsx";
import { leaveWhenSignedIn } from "../../../features/account/signed-in.ts";
import { t } from "../../../lib/messages/translate.ts";

export const metadata: Metadata = { title: t("sign.in") };

export default async function SignInPage({ searchParams }: SignPageProps) {
  const next = safeNext((await searchParams).next);
  await leaveWhenSignedIn(next);
  return <SignPage kind="in" next={next} />;
}
