"use client";
/** Two versions of a task side by side, and the choice. Closing it loses nothing: the choice can be made later. */
import type { Task } from "@todo/contract/tasks";
import { shortTime } from "../../lib/short-time.ts";
import { enumerate } from "../../messages/enumerate.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import type { EditConflict, EditedField } from "./conflict.ts";
import { addConflict, settleConflict, type WaitingConflict } from "./conflict-store.ts";
import { dueInWords, type Viewpoint } from "./due.ts";
import { edited } from "./task-edit.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export function ConflictSheet({ conflict }: { conflict: WaitingConflict }) {
  const t = useMessages();
  const viewpoint = useViewpoint();
  const { current, edit, deed, fields } = conflict;
  const mine = deed?.seen ?? edited(current, edit, viewpoint.zone);

  const later = () => {
    settleConflict(conflict);
    const run = () => addConflict(conflict);
    showTrouble(t("conflict.open", { title: current.title }), { label: t("conflict.choose"), run });
  };

  return (
    <Sheet title={t("conflict.title")} open onClose={later}>
      <p className="text-ink-2 wrap-anywhere">{leadOf(conflict, viewpoint)}</p>
      {rowsOf(fields).map((row) => (
        <section key={row} aria-label={t(`field.${row}`)} className="mt-4 flex flex-col gap-2">
          <h3 className="text-small font-medium">{t(`field.${row}`)}</h3>
          <dl className="grid gap-2 sm:grid-cols-2">
            <Version
              name={t(deed ? "conflict.seen" : "conflict.mine")}
              words={inWords(row, mine, viewpoint)}
            />
            <Version name={t("conflict.theirs")} words={inWords(row, current, viewpoint)} />
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
          {t(deed ? `conflict.${deed.operation}` : "conflict.keepMine")}
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

type Row = Exclude<EditedField, "due_on" | "due_time"> | "due";

/** Day and time are one thing to a person. */
const rowsOf = (fields: EditedField[]): Row[] => [
  ...new Set(fields.map((field) => (field === "due_on" || field === "due_time" ? "due" : field))),
];

function inWords(row: Row, task: Task, viewpoint: Viewpoint): string {
  const { t, locale } = viewpoint;
  switch (row) {
    case "due":
      return dueInWords(task, viewpoint) ?? t("due.none");
    case "priority":
      return t(`priority.${task.priority}`);
    case "labels":
      return enumerate(task.labels, locale) || t("nothing");
    case "list":
      return task.list?.name ?? t("view.inbox");
    default:
      return task[row] || t("nothing");
  }
}

function leadOf({ current, deed, change }: EditConflict, { locale, zone, t }: Viewpoint): string {
  const { title } = current;
  if (deed) return t("conflict.unseen", { title: deed.seen.title });
  if (!change) return t("conflict.lead", { title });
  const clock = new Intl.DateTimeFormat(locale, { ...shortTime(locale), timeZone: zone });
  const time = clock.format(new Date(change.at)).replace(/\u202f/g, " ");
  if (change.surface === "web") return t("conflict.web", { title, time });
  if (change.surface === "assistant") return t("conflict.assistant", { title, time });
  return t("conflict.program", { title, time });
}
