"use client";
/** How it looks in this browser. */
import { useState } from "react";
import {
  applyDensity,
  applyTheme,
  type Density,
  type Preferences,
  type Theme,
} from "../../lib/preferences.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Segments } from "../../ui/segments.tsx";

const themes: readonly Theme[] = ["system", "light", "dark"];
const densities: readonly Density[] = ["comfortable", "compact"];

export function Appearance({ initial }: { initial: Pick<Preferences, "theme" | "density"> }) {
  const t = useAccountMessages();
  const [theme, setTheme] = useState(initial.theme);
  const [density, setDensity] = useState(initial.density);
  return (
    <>
      <Segments
        label={t("settings.theme")}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(value) => {
          setTheme(value);
          applyTheme(value);
        }}
      />
      <div className="max-lg:hidden">
        <Segments
          label={t("settings.density")}
          value={density}
          options={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
          onChange={(value) => {
            setDensity(value);
            applyDensity(value);
          }}
        />
      </div>
    </>
  );
}
