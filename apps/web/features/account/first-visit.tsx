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
  const unknown = profile?.time_zone_known === false;

  useEffect(() => {
    if (!unknown) return;
    const tell = async () => {
      // What another window has told meanwhile, or the person, counts more than a guess.
      const now = await api.get_profile({});
      if (now.time_zone_known) return now;
      const { undo: _, ...told } = await api.update_profile({
        time_zone: browsersZone(),
        language,
        version: now.version,
      });
      return told;
    };
    // When it fails the next visit tells it; nothing here depends on it.
    void oneWindowAtATime(tell)
      .then((told) => queries.setQueryData(profileQuery(api).queryKey, told))
      .catch(() => undefined);
  }, [unknown, language, queries]);

  return null;
}

/** Where the browser knows no locks, both tell the same. */
const oneWindowAtATime = <Result,>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request("first-visit", work) : work();
