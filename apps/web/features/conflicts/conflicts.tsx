"use client";
/** Shows the choice between two versions as soon as one has to be made; it is loaded only then. */
import dynamic from "next/dynamic";
import { useStore } from "../../lib/external-store.ts";
import { insist } from "../../lib/insist.ts";
import { conflicts } from "./conflict-store.ts";

const ConflictSheet = dynamic(
  () => insist(() => import("./conflict-sheet.tsx").then((module) => module.ConflictSheet)),
  {
    loading: () => null,
  },
);

export function Conflicts() {
  const [first] = useStore(conflicts);
  return first && <ConflictSheet conflict={first} />;
}
