"use client";
/** Who one is here, how it looks, how it tells time, and which programs may come in. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../lib/api.ts";
import type { Preferences } from "../../lib/preferences.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { ShowAssistant, ShowNavigation } from "../navigation/column-buttons.tsx";
import { NavigationSheet } from "../navigation/navigation-sheet.tsx";
import { AccountEvents } from "./account-events.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { Appearance } from "./appearance.tsx";
import { Channels } from "./channels.tsx";
import { ConnectedApps } from "./connected-apps.tsx";
import { Feeds } from "./feeds.tsx";
import { type LanguageName, LanguageSetting } from "./language-setting.tsx";
import { ModelSettings } from "./model-settings.tsx";
import { OwnAccount } from "./own-account.tsx";
import { ReminderSettings } from "./reminder-settings.tsx";
import { Sessions } from "./sessions.tsx";
import { ShortcutSettings } from "./shortcut-settings.tsx";
import { TimeSettings } from "./time-settings.tsx";
import { YourData } from "./your-data.tsx";

interface SettingsPageProps {
  initial: Pick<Preferences, "theme" | "density">;
  languages: readonly LanguageName[];
}

export function SettingsPage({ initial, languages }: SettingsPageProps) {
  const t = useAccountMessages();
  const { data: profile } = useQuery(profileQuery(api));

  return (
    <div className="scroller h-full">
      <div className="mx-auto flex w-full max-w-[46rem] flex-col px-5 pb-12 sm:px-8">
        <header className="flex min-h-14 items-center gap-1 pt-1">
          <NavigationSheet />
          <ShowNavigation />
          <h1 className="flex-1 text-title font-semibold tracking-[-0.012em]">{t("settings.title")}</h1>
          <ShowAssistant />
        </header>
        <Section title={t("settings.account")}>{profile && <OwnAccount profile={profile} />}</Section>
        <Section title={t("settings.appearance")}>
          <Appearance initial={initial} />
          {profile && <LanguageSetting profile={profile} languages={languages} />}
        </Section>
        <Section id="keyboard" title={t("command.help")} lead={t("keyboard.lead")}>
          <ShortcutSettings />
        </Section>
        <Section title={t("assistant.title")} lead={t("model.lead")}>
          <ModelSettings />
        </Section>
        <Section title={t("settings.time")}>{profile && <TimeSettings profile={profile} />}</Section>
        <Section title={t("channels.title")} lead={t("channels.lead")}>
          <Channels />
        </Section>
        <Section title={t("reminding.title")} lead={t("reminding.lead")}>
          {profile && <ReminderSettings profile={profile} />}
        </Section>
        <Section title={t("feeds.title")} lead={t("feeds.lead")}>
          <Feeds />
        </Section>
        <Section title={t("keys.title")} lead={t("keys.lead")}>
          <ApiKeys />
        </Section>
        <Section title={t("apps.title")} lead={t("apps.lead")}>
          <ConnectedApps />
        </Section>
        <Section title={t("sessions.title")} lead={t("sessions.lead")}>
          <Sessions />
        </Section>
        <Section title={t("audit.title")} lead={t("audit.lead")}>
          <AccountEvents />
        </Section>
        <Section title={t("data.title")} lead={t("data.lead")}>
          <YourData />
        </Section>
      </div>
    </div>
  );
}

interface SectionProps {
  id?: string;
  title: string;
  lead?: string;
  children: ReactNode;
}

function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section
      id={id}
      className="flex flex-col gap-4 border-t border-hairline py-6 first-of-type:border-t-0 first-of-type:pt-3"
    >
      <div>
        <h2 className="font-semibold">{title}</h2>
        {lead && <p className="mt-0.5 max-w-[60ch] text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
