"use client";
/** Asks for the password and says what goes. There is no way back. */
import { type FormEvent, useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { PasswordField } from "../account/password-field.tsx";
import { deleteAccount } from "../account/sign.ts";

export function DeleteAccount({ onClose }: { onClose: () => void }) {
  const t = useAccountMessages();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    if (!password) return setProblem(t("sign.passwordMissing"));
    setBusy(true);
    const found = await deleteAccount(password, t);
    if (!found) return window.location.assign("/sign-up");
    setProblem(found.sentence);
    setBusy(false);
  };

  return (
    <Sheet title={t("data.deleteTitle")} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <p>{t("data.deleteText")}</p>
        <p className="text-ink-2">{t("data.deleteFirst")}</p>
        <PasswordField autoComplete="current-password" error={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("data.keep")}</Button>
          <Button type="submit" kind="danger" disabled={busy}>
            {t("data.deleteNow")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
