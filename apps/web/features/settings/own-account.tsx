"use client";
/** Who the person is here, the password that shows it, and the way out. */
import type { Profile } from "@todo/contract/access";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { signOutHere } from "../account/sign-out.ts";
import { CommandButton } from "../commands/command-button.tsx";
import { ChangePassword } from "./change-password.tsx";
import { OwnName } from "./own-name.tsx";

export function OwnAccount({ profile }: { profile: Profile }) {
  const t = useAccountMessages();
  const [changing, setChanging] = useState(false);

  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <OwnName profile={profile} />
        <div className="flex min-w-0 flex-col gap-1.5">
          <p className="text-small font-medium">{t("field.email")}</p>
          <p className="flex min-h-9 items-center wrap-anywhere">
            <bdi>{profile.email}</bdi>
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setChanging(true)}>
          <KeyRound aria-hidden className="size-4" />
          {t("password.change")}
        </Button>
        <CommandButton command="signOut" onClick={() => void signOutHere(t)} />
      </div>
      {changing && <ChangePassword email={profile.email} onClose={() => setChanging(false)} />}
    </>
  );
}
