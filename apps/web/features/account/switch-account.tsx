"use client";
import { useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { signOut } from "./sign-out.ts";

/** Signs out and asks again; the request that the page is about goes along. */
export function SwitchAccount() {
  const t = useAccountMessages();
  const [problem, setProblem] = useState<string>();

  const change = async () => {
    const found = await signOut(t);
    if (found) setProblem(found);
    else window.location.assign(`/sign-in${window.location.search}`);
  };

  return (
    <>
      <button
        type="button"
        onClick={() => void change()}
        className="mt-0.5 block rounded-small font-medium text-accent underline-offset-2 hover:underline max-lg:min-h-11"
      >
        {t("consent.otherAccount")}
      </button>
      {problem && (
        <span role="alert" className="block text-danger">
          {problem}
        </span>
      )}
    </>
  );
}
