"use client";
/** When the browser is in another zone than the profile: times that follow the person are moved, about others the person is asked. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import { Globe } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { floating } from "../../ui/floating.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { forSeen } from "../conflicts/for-seen.ts";
import { takeBack } from "../tasks/undo.ts";
import { browsersZone, pairOf, placeOf, zoneStep } from "./zones.ts";

/** The pair of zones that the person wants to stay apart. */
const KEPT = "zone-kept";
/** Where this browser was when it last had to do with a profile. */
const LAST_HERE = "zone-here";

/** From the zone that the person knows of. */
const moveTo = (time_zone: string, seen: Profile, again: (current: Profile) => void) =>
  forSeen({
    seen,
    mine: { time_zone },
    send: (version) => api.update_profile({ time_zone, version }),
    again,
    inWords: (_, profile, { t }) => ({ name: t("zone.field"), words: placeOf(profile.time_zone) }),
  });

const none = () => undefined;

export function ZoneOffer() {
  const t = useMessages();
  const queries = useQueryClient();
  const { data: profile } = useQuery(profileQuery(api));
  const [offered, setOffered] = useState<{ here: string; there: string }>();
  const moving = useRef("");

  useEffect(() => {
    if (!profile?.time_zone_known) return;
    const { time_zone: there, travel } = profile;
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
    const move = async (seen: Profile) => {
      const { undo, ...saved } = await moveTo(here, seen, (current) => void move(current).catch(none));
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
    };
    // Until it is answered another visit tries again; nothing here depends on it.
    void move(profile).catch(none);
  }, [profile, queries, t]);

  if (!offered || !profile) return null;
  const [here, former] = [placeOf(offered.here), placeOf(offered.there)];

  const use = async (seen: Profile) => {
    setOffered(undefined);
    try {
      const { undo: _, ...saved } = await moveTo(offered.here, seen, (current) => void use(current));
      queries.setQueryData(profileQuery(api).queryKey, saved);
    } catch (error) {
      if (error instanceof AtOdds) return;
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
        <Button size="small" kind="primary" onClick={() => void use(profile)}>
          {t("zone.use", { here })}
        </Button>
        <Button size="small" onClick={keep}>
          {t("zone.keep", { there: former })}
        </Button>
      </div>
    </article>
  );
}
