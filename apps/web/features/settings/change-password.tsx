"use client";
/** Another password in place of the one that the person knows; every other browser is signed out, unless it may stay. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Tick } from "../../ui/tick.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { PasswordField } from "../account/password-field.tsx";
import { changePassword, passwordProblem, type SignField } from "../account/sign.ts";
import { useCredentials } from "../account/use-credentials.ts";
import { sessionsQuery } from "./queries.ts";

interface ChangePasswordProps {
  /** For password managers, which keep a password with its address. */
  email: string;
  onClose: () => void;
}

export function ChangePassword({ email, onClose }: ChangePasswordProps) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const [alsoElsewhere, setAlsoElsewhere] = useState(true);

  const { problem, toldWithFocus, busy, form } = useCredentials(async (written) => {
    const [current, wanted] = [written("currentPassword"), written("password")];
    if (!current) return { field: "currentPassword", sentence: t("sign.passwordMissing") };
    const found = passwordProblem(wanted, t) ?? (await changePassword(current, wanted, t));
    if (found) return found;
    onClose();
    if (alsoElsewhere) await leaveElsewhere();
    else showToast({ text: t("password.changed") });
    return undefined;
  });

  const leaveElsewhere = async () => {
    try {
      await api.revoke_other_sessions();
      showToast({ text: t("password.changedAll") });
    } catch (error) {
      showTrouble(`${t("password.othersStay")} ${sentenceOf(error, t)}`);
    }
    await queries.invalidateQueries(sessionsQuery(api));
  };

  const errorAt = (field: SignField) => (problem?.field === field ? problem.sentence : undefined);

  return (
    <Sheet title={t("password.change")} open onClose={onClose}>
      <form {...form} className="flex flex-col gap-4">
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={t("password.current")}
          autoComplete="current-password"
          error={errorAt("currentPassword")}
          toldWithFocus={toldWithFocus}
        />
        <PasswordField
          label={t("password.new")}
          autoComplete="new-password"
          hint={t("sign.passwordHint")}
          error={errorAt("password")}
          toldWithFocus={toldWithFocus}
        />
        <Tick checked={alsoElsewhere} onChange={setAlsoElsewhere}>
          {t("sessions.endOthers")}
        </Tick>
        <p className="text-small text-ink-2">{t("password.rest")}</p>
        {problem?.field === "form" && (
          <p role="alert" className="text-small text-danger">
            {problem.sentence}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" kind="primary" disabled={busy}>
            {t("password.change")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
