"use client";
/** Asks which occurrences an edit is for as soon as there is one to ask about; the question is loaded only then. */
import dynamic from "next/dynamic";
import { useStore } from "../../lib/external-store.ts";
import { insist } from "../../lib/insist.ts";
import { waitingEdits } from "./scope-store.ts";

const ScopeSheet = dynamic(
  () => insist(() => import("./scope-sheet.tsx").then((module) => module.ScopeSheet)),
  {
    loading: () => null,
  },
);

export function Scopes() {
  const [first] = useStore(waitingEdits);
  return first && <ScopeSheet waiting={first} />;
}
