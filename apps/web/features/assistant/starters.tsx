"use client";
/** Three sentences to begin with. A tap says them. */
import { useQueryClient } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useGo } from "../navigation/use-place.ts";
import { send } from "./turn-store.ts";

const starters = ["starter.add", "starter.remind", "starter.ask"] as const;

export function Starters() {
  const t = useMessages();
  const queries = useQueryClient();
  const go = useGo();

  return (
    <ul aria-label={t("starters.label")} className="flex w-full flex-col gap-2">
      {starters.map((key) => (
        <li key={key}>
          <button
            type="button"
            onClick={() => {
              send(queries, t(key));
              if (!isWide()) go.toPane("assistant");
            }}
            className="group flex min-h-11 w-full items-center justify-between gap-3 rounded-large border border-hairline bg-paper px-3.5 py-2 text-start text-ink transition-colors duration-150 hover:border-control hover:bg-hover"
          >
            {t(key)}
            <ArrowUp
              aria-hidden
              className="size-4 shrink-0 text-ink-3 transition-colors duration-150 group-hover:text-accent"
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
