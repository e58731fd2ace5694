import type { ReactNode } from "react";
import { AccountSentences } from "../../messages/account-sentences.tsx";

export default function SignLayout({ children }: { children: ReactNode }) {
  return <AccountSentences>{children}</AccountSentences>;
}
