/** The sentences of signing in, consent and settings, for the pages below. For the server. */
import type { ReactNode } from "react";
import { getManner } from "./get-messages.ts";
import { messagesOf } from "./languages.ts";
import { AccountMessages } from "./use-messages.tsx";

export async function AccountSentences({ children }: { children: ReactNode }) {
  const { language } = await getManner();
  return <AccountMessages messages={messagesOf(language).account}>{children}</AccountMessages>;
}
