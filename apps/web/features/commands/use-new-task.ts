"use client";
/** Words typed into the palette, as a task: read as in the line for new tasks, and put where one is. */
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { usePlace } from "../navigation/use-place.ts";
import { wallClock } from "../tasks/calendar.ts";
import { impliedBy, withImplied } from "../tasks/implied-by.ts";
import { useQuickAddWords } from "../tasks/use-quick-add-words.ts";
import { useTaskChanges } from "../tasks/use-task-changes.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";

export function useNewTask() {
  const t = useMessages();
  const { view, filters } = usePlace();
  const { now, zone } = useViewpoint();
  const changes = useTaskChanges();
  const { write, readNow } = useQuickAddWords();

  return {
    write,
    /** Goes on when what called it is gone. */
    async add() {
      const said = await readNow();
      const implied = view ? impliedBy(view, filters, wallClock(now, zone).day) : {};
      if (await changes.add(withImplied(said, implied), undefined))
        showToast({ text: t("did.add_task", { what: t("quoted", { title: said.title }) }) });
    },
  };
}
