/** An app wants to connect: which one, for what, to whom, and where the answer goes. */
import type { Profile } from "@todo/contract/access";
import { getMessages } from "../../messages/get-messages.ts";
import { Mark } from "../../ui/mark.tsx";
import { destinationOf, type Query, queryOf, scopesIn } from "./authorize.ts";
import { ConsentForm } from "./consent-form.tsx";
import { SwitchAccount } from "./switch-account.tsx";

interface ConsentPageProps {
  query: Query;
  /** What the app calls itself; blank where it said nothing. */
  app: string;
  profile: Pick<Profile, "name" | "email">;
}

export async function ConsentPage({ query, app, profile }: ConsentPageProps) {
  const t = await getMessages();
  const name = app || t("consent.unnamed");
  const destination = destinationOf(query);

  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-5 pt-[14vh] pb-10">
      <div className="w-full max-w-[26rem]">
        <Mark />
        <h1 className="mt-6 mb-1 text-title font-semibold tracking-[-0.012em] wrap-anywhere">
          {t("consent.title", { app: name })}
        </h1>
        <p className="text-ink-2">{t("consent.unchecked")}</p>
        <h2 className="mt-6 mb-2 text-small font-medium">{t("consent.scopes")}</h2>
        <ul className="divide-y divide-hairline rounded-large border border-hairline bg-paper">
          {scopesIn(query).map((scope) => (
            <li key={scope} className="px-4 py-2.5">
              {t(`consent.${scope}`)}
            </li>
          ))}
        </ul>
        <dl className="mt-6 flex flex-col gap-2 text-small">
          <div>
            <dt className="inline text-ink-2">{t("consent.account")} </dt>
            <dd className="inline wrap-anywhere">
              <bdi>{profile.name}</bdi> <bdi className="inline-block text-ink-2">{profile.email}</bdi>
              <SwitchAccount />
            </dd>
          </div>
          {destination && (
            <div>
              <dt className="inline text-ink-2">{t("consent.leadsTo")} </dt>
              <dd className="inline wrap-anywhere">
                {destination.local ? t("consent.thisComputer", destination) : destination.host}
              </dd>
            </div>
          )}
        </dl>
        <ConsentForm query={queryOf(query)} />
        <p className="mt-4 text-small text-ink-2">{t("consent.later")}</p>
      </div>
    </main>
  );
}
