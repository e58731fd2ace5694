"use client";
/** Offers the browser's zone, once for each that differs from the profile's. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { browsersZone, placeOf } from "./zones.ts";

const REFUSED = "zone-seen";

export function ZoneOffer() {
  const t = useMessages();
  const queries = useQueryClient();
  const { data: profile } = useQuery(profileQuery(api));
  const there = profile?.time_zone_known ? profile.time_zone : undefined;
  const offered = useRef("");

  useEffect(() => {
    const here = browsersZone();
    if (!there || here === there) return;
    const pair = `${here} ${there}`;
    if (offered.current === pair || localStorage.getItem(REFUSED) === pair) return;
    offered.current = pair;
    localStorage.setItem(REFUSED, pair);
    const use = () =>
      api.update_profile({ time_zone: here }).then(
        ({ undo: _, ...saved }) => queries.setQueryData(profileQuery(api).queryKey, saved),
        (error: unknown) => showTrouble(sentenceOf(error, t)),
      );
    showToast({
      text: t("zone.offer", { here: placeOf(here), there: placeOf(there) }),
      action: { label: t("zone.use", { here: placeOf(here) }), run: () => void use() },
    });
  }, [there, queries, t]);

  return null;
}
