/** In place of the workspace while the API doesn't answer. It tries again by itself, too. */
import { getMessages } from "../../messages/get-messages.ts";
import { CalmPage } from "../../ui/calm-page.tsx";
import { TryAgain } from "./try-again.tsx";

export async function Unreachable() {
  const t = await getMessages();
  return (
    <CalmPage title={t("unreachable.title")} text={t("unreachable.text")}>
      <TryAgain />
    </CalmPage>
  );
}
