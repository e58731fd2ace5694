"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.tsx";
import { profileQuery } from "../../lib/queries.ts";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import type { Viewpoint } from "./due.ts";

/** From where dates are seen: the person's zone, their language, and now. */
export function useViewpoint(): Viewpoint {
  const t = useMessages();
  const { locale } = useManner();
  const now = useNow();
  const { data: profile } = useQuery(profileQuery(api));
  const zone = profile?.time_zone ?? "UTC";
  return useMemo(() => ({ now, locale, zone, t }), [now, locale, zone, t]);
}
