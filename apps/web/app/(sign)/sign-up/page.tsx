import type { Metadata } from "next";
import { authorizeAddress } from "../../../features/account/authorize.ts";
import { SignPage, type SignPageProps, safeNext } from "../../../features/account/sign-page.tsx";
import { leaveWhenSignedIn } from "../../../features/account/signed-in.ts";
import { getMessages } from "../../../messages/get-messages.ts";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getMessages())("sign.up") });

export default async function SignUpPage({ searchParams }: SignPageProps) {
  const query = await searchParams;
  const next = authorizeAddress(query) ?? safeNext(query.next);
  await leaveWhenSignedIn(next);
  return <SignPage kind="up" next={next} />;
}
