"use client";
/** Tells the server this browser's time zone and language, once, while nobody has told them. */
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
  const unknown = profile && !(profile.time_zone_known && profile.language_known);

  useEffect(() => {
    if (!unknown) return;
    // What the person has chosen meanwhile counts more. When it fails the next visit tells it; nothing here depends on it.
    void api
      .update_profile({ time_zone: browsersZone(), language, unless_known: true })
      .then(({ undo: _, ...told }) => queries.setQueryData(profileQuery(api).queryKey, told))
      .catch(() => undefined);
  }, [unknown, language, queries]);

  return null;
}
