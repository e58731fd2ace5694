"use client";
/** A password that can be looked at: typing blind on a phone is how people lock themselves out. */
import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

interface PasswordFieldProps {
  name?: string;
  label?: string;
  autoComplete: "new-password" | "current-password";
  hint?: string | undefined;
  error: ReactNode;
  toldWithFocus?: boolean;
}

export function PasswordField({
  name = "password",
  label,
  autoComplete,
  hint,
  ...wrong
}: PasswordFieldProps) {
  const t = useAccountMessages();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Field
        label={label ?? t("field.password")}
        name={name}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        // Once it is shown it is text, which keyboards correct and spelling checkers send away.
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={128}
        hint={hint}
        {...wrong}
      />
      <IconButton
        label={t(shown ? "sign.hidePassword" : "sign.showPassword")}
        onClick={() => setShown(!shown)}
        className="absolute end-0.5 top-[calc(var(--text-small--line-height)+8px)] max-lg:top-[calc(var(--text-small--line-height)+6px)]"
      >
        <Icon aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
