"use client";
/** Tells the server this browser's time zone and language, once, while it has only guessed them. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useManner } from "../../messages/use-messages.tsx";
import { browsersZone } from "../notifications/zones.ts";

export function FirstVisit() {
  const queries = useQueryClient();
  const { data: profile } = useQuery(profileQuery(api));
  const { language } = useManner();
  // What the person has chosen meanwhile makes it another one, and counts more than a guess.
  const guessed = profile?.time_zone_known === false ? profile.version : undefined;

  useEffect(() => {
    if (guessed === undefined) return;
    // When it fails the next visit tells it; nothing here depends on it.
    void api
      .update_profile({ time_zone: browsersZone(), language, version: guessed })
      .then(({ undo: _, ...told }) => queries.setQueryData(profileQuery(api).queryKey, told))
      .catch(() => undefined);
  }, [guessed, language, queries]);

  return null;
}
