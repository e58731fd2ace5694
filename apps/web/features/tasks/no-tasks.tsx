"use client";
/** What stands where tasks would, for a page that has some to do without. */
import dynamic from "next/dynamic";
import { insist } from "../../lib/insist.ts";

export const NoTasks = dynamic(
  () => insist(() => import("./empty-view.tsx").then((module) => module.NoTasks)),
  {
    loading: () => null,
  },
);
