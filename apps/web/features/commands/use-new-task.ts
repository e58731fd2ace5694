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

/** `written`: the words that the palette opens with. */
export function useNewTask(written: string) {
  const t = useMessages();
  const { view, filters } = usePlace();
  const { now, zone } = useViewpoint();
  const changes = useTaskChanges();
  const { write, readNow } = useQuickAddWords(written);

  return {
    write,
    /** Goes on when what called it is gone. Resolves to false when it failed; the words are then worth keeping. */
    async add(): Promise<boolean> {
      const said = await readNow();
      const implied = view ? impliedBy(view, filters, wallClock(now, zone).day) : {};
      const added = await changes.add(withImplied(said, implied), undefined);
      if (added)
        showToast({
          text: t("did.add_task", { what: t("quoted", { title: said.title }) }),
          action: { label: t("action.undo"), run: () => void added() },
        });
      return added !== undefined;
    },
  };
}
