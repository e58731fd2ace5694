"use client";
/** The form of both pages. */
import Link from "next/link";
import type { ReactNode } from "react";
import type { SayAll } from "../../messages/messages.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { PasswordField } from "./password-field.tsx";
import {
  type Credentials,
  passwordProblem,
  type SignField,
  type SignProblem,
  signIn,
  signUp,
} from "./sign.ts";
import { useCredentials } from "./use-credentials.ts";

export function SignForm({ kind, next }: { kind: "in" | "up"; next: string }) {
  const t = useAccountMessages();
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;

  const { problem, toldWithFocus, busy, form } = useCredentials(async (written) => {
    const credentials = {
      name: written("name").trim(),
      email: written("email").trim(),
      password: written("password"),
    };
    const found = check(t, kind, credentials) ?? (await (kind === "up" ? signUp : signIn)(credentials, t));
    if (!found) window.location.assign(next);
    return found;
  });

  const errorAt = (field: SignField): ReactNode => {
    if (problem?.field !== field) return undefined;
    return (
      <>
        {problem.sentence}{" "}
        {problem.suggestsSignIn && (
          <Link href={`/sign-in${query}`} className="font-medium underline underline-offset-2">
            {t("sign.inInstead")}
          </Link>
        )}
      </>
    );
  };

  return (
    <form {...form} className="flex flex-col gap-4">
      {kind === "up" && (
        <Field
          label={t("field.yourName")}
          name="name"
          autoComplete="name"
          maxLength={100}
          error={errorAt("name")}
          toldWithFocus={toldWithFocus}
        />
      )}
      <Field
        label={t("field.email")}
        name="email"
        type="email"
        inputMode="email"
        autoComplete={kind === "up" ? "email" : "username"}
        error={errorAt("email")}
        toldWithFocus={toldWithFocus}
      />
      <PasswordField
        autoComplete={kind === "up" ? "new-password" : "current-password"}
        hint={kind === "up" ? t("sign.passwordHint") : undefined}
        error={errorAt("password")}
        toldWithFocus={toldWithFocus}
      />
      {problem?.field === "form" && (
        <p role="alert" className="text-small text-danger">
          {problem.sentence}
        </p>
      )}
      <Button type="submit" kind="primary" disabled={busy} className="mt-1 w-full">
        {t(kind === "up" ? "sign.up" : "sign.in")}
      </Button>
      <p className="text-small text-ink-2">
        {t(kind === "up" ? "sign.haveAccount" : "sign.noAccount")}{" "}
        <Link
          href={kind === "up" ? `/sign-in${query}` : `/sign-up${query}`}
          className="font-medium text-accent underline-offset-2 hover:underline max-lg:inline-block max-lg:py-3"
        >
          {t(kind === "up" ? "sign.in" : "sign.up")}
        </Link>
      </p>
    </form>
  );
}

/** What needs no server to see. */
function check(
  t: SayAll,
  kind: "in" | "up",
  { name, email, password }: Credentials,
): SignProblem | undefined {
  if (kind === "up" && !name) return { field: "name", sentence: t("sign.nameMissing") };
  if (!/^\S+@\S+\.\S+$/.test(email)) return { field: "email", sentence: t("sign.notAnAddress") };
  if (kind === "up") return passwordProblem(password, t);
  return password ? undefined : { field: "password", sentence: t("sign.passwordMissing") };
}
