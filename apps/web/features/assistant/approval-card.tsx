"use client";
/** What waits for a yes: every thing it would touch, each of which can be left out, and buttons that say the verb. */
import type { Approval } from "@todo/contract/conversations";
import { useStore } from "../../lib/external-store.ts";
import type { Say } from "../../messages/messages.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Tick } from "../../ui/tick.tsx";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { leaveOut, leftOut } from "./approval-ticks.ts";
import { questionOf } from "./question.ts";

const none: ReadonlySet<string> = new Set();

export interface Decision {
  decision: "approve" | "reject";
  only?: string[];
}

interface ApprovalCardProps {
  approval: Approval;
  busy: boolean;
  /** Who asks, where it isn't the assistant of this conversation. */
  asker?: string;
  onDecide: (decision: Decision) => void;
}

export function ApprovalCard({ approval, busy, asker, onDecide }: ApprovalCardProps) {
  const t = useMessages();
  const left = useStore(leftOut, (all) => all.get(approval.id)) ?? none;
  const { targets, tool } = approval;
  const viewpoint = useViewpoint();
  const chosen = targets.filter(({ id }) => !left.has(id));
  const selectable = targets.length > 1 && targets.every(({ number }) => number !== null);
  const count = Math.max(chosen.length, targets.length === 0 ? 1 : 0);
  const question = questionOf(approval, count || targets.length, viewpoint);
  // The summary names the one thing it is about.
  const listed = question !== undefined || targets.length > 1;

  return (
    <article
      aria-label={t("approval.label")}
      className="w-full overflow-hidden rounded-large border border-accent/60 bg-paper"
    >
      <header className="bg-accent-soft px-3.5 py-2.5">
        {asker && <p className="text-small text-ink-2">{asker}</p>}
        <p className="line-clamp-2 font-medium text-ink wrap-anywhere">{question ?? approval.summary}</p>
      </header>
      {listed && targets.length > 0 && (
        <ul className="scroller max-h-80 divide-y divide-hairline">
          {targets.map(({ id, number, title }) => (
            <li key={id} className="px-3.5 py-1">
              {selectable ? (
                <Tick
                  checked={!left.has(id)}
                  disabled={busy}
                  onChange={(wanted) => leaveOut(approval.id, id, !wanted)}
                >
                  <bdi>{title}</bdi>
                </Tick>
              ) : (
                <p className="flex min-h-8 items-center gap-2">
                  <bdi className="min-w-0 wrap-anywhere">{title}</bdi>
                  {number !== null && <span className="tabular text-small text-ink-3">#{number}</span>}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <footer className="flex flex-wrap gap-2 border-t border-hairline px-3.5 py-3">
        <Button
          kind={tool.startsWith("delete") ? "danger" : "primary"}
          disabled={busy || count === 0}
          onClick={() =>
            onDecide({
              decision: "approve",
              ...(left.size > 0 && { only: chosen.map(({ id }) => id) }),
            })
          }
        >
          {approveWords(t, tool, count)}
        </Button>
        <Button disabled={busy} onClick={() => onDecide({ decision: "reject" })}>
          {rejectWords(t, tool, targets.length)}
        </Button>
      </footer>
    </article>
  );
}

function approveWords(t: Say, tool: string, count: number): string {
  const key = `approve.${tool}` as const;
  return t(t.knows(key) ? key : "approve.other", { count });
}

function rejectWords(t: Say, tool: string, count: number): string {
  const key = `keep.${tool}` as const;
  return t(t.knows(key) ? key : "keep.other", { count: Math.max(count, 1) });
}
