"use client";
/**
 * A part of the page that the server has painted. It comes alive by itself, behind what is around it: `Activity` alone
 * would wait until the browser has nothing else to do, and a link that is clicked before then loads the whole page anew.
 */
import { Activity, type ReactNode, startTransition, useEffect, useState } from "react";

export function Part({ children }: { children: ReactNode }) {
  const [, wake] = useState(false);
  useEffect(() => startTransition(() => wake(true)), []);
  return <Activity>{children}</Activity>;
}
