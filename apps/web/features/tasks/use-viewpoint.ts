"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../lib/api.ts";
import { useClock } from "../../lib/clock.tsx";
import { profileQuery } from "../../lib/queries.ts";
import type { Viewpoint } from "./due.ts";

/** From where dates are seen: the person's zone, their language, and now. */
export function useViewpoint(): Viewpoint {
  const { now, locale } = useClock();
  const { data: profile } = useQuery(profileQuery(api));
  const zone = profile?.time_zone ?? "UTC";
  return useMemo(() => ({ now, locale, zone }), [now, locale, zone]);
}
