/** The frame of signing in and up: the name, the form, and nothing else. */
import { getMessages } from "../../messages/get-messages.ts";
import { Mark } from "../../ui/mark.tsx";
import type { Query } from "./authorize.ts";
import { SignForm } from "./sign-form.tsx";

/** What Next hands to either page. */
export interface SignPageProps {
  searchParams: Promise<Query>;
}

export async function SignPage({ kind, next }: { kind: "in" | "up"; next: string }) {
  const t = await getMessages();
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-5 pt-[14vh] pb-10">
      <div className="w-full max-w-[22rem]">
        <Mark />
        <h1 className="mt-6 mb-1 text-title font-semibold tracking-[-0.012em]">
          {t(kind === "up" ? "sign.upTitle" : "sign.inTitle")}
        </h1>
        <p className="mb-6 text-ink-2">{t(kind === "up" ? "sign.upLead" : "sign.inLead")}</p>
        <SignForm kind={kind} next={next} />
      </div>
    </main>
  );
}

/** Only a path of our own; anything else would send people elsewhere after they have signed in. */
export const safeNext = (next: unknown): string =>
  typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";
