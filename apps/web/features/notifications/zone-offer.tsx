"use client";
/** When the browser is in another zone than the profile: times that follow the person are moved, about others the person is asked. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { floating } from "../../ui/floating.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { takeBack } from "../tasks/undo.ts";
import { browsersZone, pairOf, placeOf, zoneStep } from "./zones.ts";

/** The pair of zones that the person wants to stay apart. */
const KEPT = "zone-kept";
/** Where this browser was when it last had to do with a profile. */
const LAST_HERE = "zone-here";

export function ZoneOffer() {
  const t = useMessages();
  const queries = useQueryClient();
  const { data: profile } = useQuery(profileQuery(api));
  const [offered, setOffered] = useState<{ here: string; there: string }>();
  const moving = useRef("");
  const there = profile?.time_zone_known ? profile.time_zone : undefined;
  const travel = profile?.travel;

  useEffect(() => {
    if (!there || !travel) return;
    const here = browsersZone();
    const lastHere = localStorage.getItem(LAST_HERE);
    const step = zoneStep({ here, there, travel, lastHere, kept: localStorage.getItem(KEPT) });
    setOffered(step === "ask" ? { here, there } : undefined);
    if (step === "none") {
      localStorage.setItem(LAST_HERE, here);
      // The next journey is another question.
      if (here === there) localStorage.removeItem(KEPT);
    }
    if (step !== "move" || moving.current === pairOf(here, there)) return;
    moving.current = pairOf(here, there);
    // Until it is answered another visit tries again; nothing here depends on it.
    api.update_profile({ time_zone: here }).then(
      ({ undo, ...saved }) => {
        localStorage.setItem(LAST_HERE, here);
        queries.setQueryData(profileQuery(api).queryKey, saved);
        const back = () => {
          localStorage.setItem(KEPT, pairOf(here, there));
          void takeBack(queries, t, undo);
        };
        showToast({
          text: t("zone.moved", { here: placeOf(here) }),
          action: { label: t("action.undo"), run: back },
        });
      },
      () => undefined,
    );
  }, [there, travel, queries, t]);

  if (!offered) return null;
  const [here, former] = [placeOf(offered.here), placeOf(offered.there)];

  const use = async () => {
    setOffered(undefined);
    try {
      const { undo: _, ...saved } = await api.update_profile({ time_zone: offered.here });
      queries.setQueryData(profileQuery(api).queryKey, saved);
    } catch (error) {
      setOffered(offered);
      showTrouble(sentenceOf(error, t));
    }
  };
  const keep = () => {
    localStorage.setItem(KEPT, pairOf(offered.here, offered.there));
    setOffered(undefined);
  };

  return (
    <article
      {...floating}
      className="pointer-events-auto flex w-full max-w-96 animate-rise flex-col gap-2 rounded-large bg-raised px-4 py-2.5 text-ink shadow-float"
    >
      <div className="flex items-start gap-2.5">
        <span className="flex h-[1lh] items-center">
          <Globe aria-hidden className="size-4 text-accent" />
        </span>
        <p className="min-w-0 flex-1">{t("zone.offer", { here, there: former })}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" kind="primary" onClick={() => void use()}>
          {t("zone.use", { here })}
        </Button>
        <Button size="small" onClick={keep}>
          {t("zone.keep", { there: former })}
        </Button>
      </div>
    </article>
  );
}
