"use client";
/** Two versions of a thing side by side, and the choice. Closing it loses nothing: the choice can be made later. */
import { shortTime } from "../../lib/short-time.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import type { Viewpoint } from "../tasks/due.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { putOffConflict, settleConflict, showPutOff, type WaitingConflict } from "./conflict-store.ts";

export function ConflictSheet({ conflict }: { conflict: WaitingConflict }) {
  const t = useMessages();
  const viewpoint = useViewpoint();
  const { deed } = conflict;
  const fields = conflict.fields(viewpoint);
  const title = conflict.title ?? fields[0]?.name ?? "";

  const later = () => {
    putOffConflict(conflict);
    showTrouble(t("conflict.open", { title }), { label: t("conflict.choose"), run: showPutOff });
  };

  return (
    <Sheet title={t("conflict.title")} open onClose={later}>
      <p className="text-ink-2 wrap-anywhere">{leadOf(title, conflict, viewpoint)}</p>
      {fields.map(({ name, mine, theirs }) => (
        <section key={name} aria-label={name} className="mt-4 flex flex-col gap-2">
          <h3 className="text-small font-medium">{name}</h3>
          <dl className="grid gap-2 sm:grid-cols-2">
            <Version name={t(deed ? "conflict.seen" : "conflict.mine")} words={mine} />
            <Version name={t("conflict.theirs")} words={theirs} />
          </dl>
        </section>
      ))}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button
          onClick={() => {
            settleConflict(conflict);
            conflict.keepTheirs?.();
          }}
        >
          {t("conflict.keepTheirs")}
        </Button>
        <Button
          kind="primary"
          onClick={() => {
            settleConflict(conflict);
            conflict.keepMine();
          }}
        >
          {t(deed ? `conflict.${deed}` : "conflict.keepMine")}
        </Button>
      </div>
    </Sheet>
  );
}

function Version({ name, words }: { name: string; words: string }) {
  return (
    <div className="min-w-0 rounded-medium border border-hairline bg-paper px-3 py-2">
      <dt className="text-small text-ink-2">{name}</dt>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <dd dir="auto" tabIndex={0} className="scroller max-h-40 whitespace-pre-wrap wrap-anywhere">
        {words}
      </dd>
    </div>
  );
}

function leadOf(title: string, { deed, change }: WaitingConflict, { locale, zone, t }: Viewpoint): string {
  if (deed) return t("conflict.unseen", { title });
  if (!change) return t("conflict.lead", { title });
  const clock = new Intl.DateTimeFormat(locale, { ...shortTime(locale), timeZone: zone });
  const time = clock.format(new Date(change.at)).replace(/\u202f/g, " ");
  if (change.surface === "web") return t("conflict.web", { title, time });
  if (change.surface === "assistant") return t("conflict.assistant", { title, time });
  return t("conflict.program", { title, time });
}
