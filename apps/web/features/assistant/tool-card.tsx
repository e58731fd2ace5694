"use client";
/** One card for all that a turn changed, with the way back. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ToolCall } from "@todo/contract/conversations";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { refusalIn } from "../../lib/errors.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { didVerb } from "../tasks/did.ts";
import { isTakenBack } from "../tasks/taken-back.ts";
import { doAgain, takeBack } from "../tasks/undo.ts";
import { DeedRow } from "./deed-row.tsx";
import { deedsOf, groupsOf, misdeedsOf } from "./deeds.ts";
import { historyOfQuery, historyQuery, olderThan } from "./queries.ts";

const takesBack = new Set(["undo", "redo"]);
const SHOWN = 6;

export function ToolCard({ calls }: { calls: ToolCall[] }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { data: latest = [] } = useQuery(historyQuery(api));
  const [busy, setBusy] = useState(false);
  const [all, setAll] = useState(false);
  const deeds = deedsOf(calls);
  const misdeeds = misdeedsOf(calls);
  const groups = groupsOf(deeds);
  const older = olderThan(latest, groups);
  const { data: earlier } = useQuery({ ...historyOfQuery(api, older), enabled: older.length > 0 });
  if (deeds.length === 0 && misdeeds.length === 0) return null;

  const history = [...latest, ...(earlier ?? [])];
  // What became of them isn't known yet, or can't be read: then nothing is offered.
  const unknown = older.length > 0 && !earlier;
  const isUndo = deeds.every(({ operation }) => takesBack.has(operation));
  const undone = groups.length > 0 && groups.every((group) => isTakenBack(group, history));
  const shown = all ? deeds : deeds.slice(0, SHOWN);

  const back = async () => {
    setBusy(true);
    for (const group of groups) if (!(await (isUndo ? doAgain : takeBack)(queries, t, group))) break;
    setBusy(false);
  };

  return (
    <article
      aria-label={t("card.label")}
      className="w-full overflow-hidden rounded-large border border-hairline bg-paper"
    >
      <ul className="divide-y divide-hairline">
        {shown.map((deed) => (
          <DeedRow
            key={deed.key}
            deed={deed}
            undone={undone}
            change={history.find(({ undo, change }) => undo === deed.undo && change.id === deed.id)?.change}
          />
        ))}
        {misdeeds.map(({ key, operation, refused }) => (
          <li key={key} className="px-3.5 py-2 text-small text-danger">
            {t("card.failed", {
              verb: didVerb(t, operation).toLowerCase(),
              reason: refusalIn(refused, t),
            })}
          </li>
        ))}
      </ul>
      {deeds.length > 0 && (
        <footer className="flex min-h-9 items-center justify-between gap-2 border-t border-hairline ps-3.5 pe-1 text-small">
          {deeds.length > shown.length ? (
            <button
              type="button"
              onClick={() => setAll(true)}
              className="min-h-8 text-ink-2 hover:text-ink max-lg:min-h-11"
            >
              {t("card.showAll", { count: deeds.length })}
            </button>
          ) : (
            <span className="text-ink-3">{t("count.changes", { count: deeds.length })}</span>
          )}
          {undone ? (
            <span className="px-2.5 text-ink-2">{t(isUndo ? "card.redone" : "card.undone")}</span>
          ) : (
            !unknown && (
              <button
                type="button"
                disabled={busy}
                onClick={() => void back()}
                className="flex h-8 items-center gap-1.5 rounded-medium px-2.5 font-medium text-accent hover:bg-hover disabled:opacity-50 max-lg:h-11"
              >
                <Undo2 aria-hidden className="size-4" />
                {t(isUndo ? "action.redo" : "action.undo")}
              </button>
            )
          )}
        </footer>
      )}
    </article>
  );
}
