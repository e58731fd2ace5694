"use client";
/** How it looks, how it tells time, which programs may come in, and the way out. */
import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { t } from "../../lib/messages/account.ts";
import { applyTheme, type Theme } from "../../lib/preferences.ts";
import { profileQuery } from "../../lib/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { signOut } from "../account/sign.ts";
import { ShowAssistant, ShowNavigation } from "../navigation/column-buttons.tsx";
import { NavigationSheet } from "../navigation/navigation-sheet.tsx";
import { AccountEvents } from "./account-events.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { ConnectedApps } from "./connected-apps.tsx";
import { TimeSettings } from "./time-settings.tsx";
import { YourData } from "./your-data.tsx";

const themes: readonly Theme[] = ["system", "light", "dark"];

export function SettingsPage({ theme: initial }: { theme: Theme }) {
  const [theme, setTheme] = useState(initial);
  const { data: profile } = useQuery(profileQuery(api));

  const leave = async () => {
    const problem = await signOut();
    if (problem) showTrouble(problem.sentence);
    else window.location.assign("/sign-in");
  };

  return (
    <div className="scroller h-full">
      <div className="mx-auto flex w-full max-w-[42rem] flex-col px-5 pb-12">
        <header className="flex min-h-14 items-center gap-1 pt-1">
          <NavigationSheet />
          <ShowNavigation />
          <h1 className="flex-1 text-title font-semibold tracking-[-0.012em]">{t("settings.title")}</h1>
          <ShowAssistant />
        </header>
        <Section title={t("settings.appearance")}>
          <Segments
            label={t("settings.theme")}
            value={theme}
            options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            onChange={(value) => {
              setTheme(value);
              applyTheme(value);
            }}
          />
        </Section>
        <Section title={t("settings.time")}>{profile && <TimeSettings profile={profile} />}</Section>
        <Section title={t("keys.title")} lead={t("keys.lead")}>
          <ApiKeys />
        </Section>
        <Section title={t("apps.title")} lead={t("apps.lead")}>
          <ConnectedApps />
        </Section>
        <Section title={t("audit.title")} lead={t("audit.lead")}>
          <AccountEvents />
        </Section>
        <Section title={t("data.title")} lead={t("data.lead")}>
          <YourData />
        </Section>
        <Section title={t("settings.account")}>
          <p>
            {profile?.name} <span className="text-ink-2">{profile?.email}</span>
          </p>
          <Button className="self-start" onClick={() => void leave()}>
            <LogOut aria-hidden className="size-4" />
            {t("sign.out")}
          </Button>
        </Section>
      </div>
    </div>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-t border-hairline py-6 first-of-type:border-t-0 first-of-type:pt-3">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {lead && <p className="mt-0.5 max-w-[60ch] text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
