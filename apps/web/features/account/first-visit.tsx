"use client";
/** Tells the server this browser's time zone, once, while it has only guessed one. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";

export function FirstVisit() {
  const queries = useQueryClient();
  const { data: profile } = useQuery(profileQuery(api));
  const unknown = profile?.time_zone_known === false;

  useEffect(() => {
    if (!unknown) return;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    // When it fails the next visit tells it; nothing here depends on it.
    void api
      .update_profile({ time_zone: timeZone })
      .then(({ undo: _, ...told }) => queries.setQueryData(profileQuery(api).queryKey, told))
      .catch(() => undefined);
  }, [unknown, queries]);

  return null;
}
