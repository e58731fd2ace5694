"use client";
/** What stands where tasks would, for a page that has some to do without. */
import dynamic from "next/dynamic";
import { insist } from "../../lib/insist.ts";

export const EmptyView = dynamic(
  () => insist(() => import("./empty-view.tsx").then((module) => module.EmptyView)),
  { loading: () => null },
);

export const GoneView = dynamic(
  () => insist(() => import("./gone-view.tsx").then((module) => module.GoneView)),
  { loading: () => null },
);
