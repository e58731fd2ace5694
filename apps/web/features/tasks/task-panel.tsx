"use client";
/** The open task, beside the list; over it where there is no room, and as a sheet on a phone. */
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { isNotFound, sentenceOf } from "../../lib/errors.ts";
import { useWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { isFloating } from "../../ui/floating.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { useModal } from "../../ui/use-modal.ts";
import { isTyping } from "../commands/is-typing.ts";
import { useCommand } from "../commands/use-command.ts";
import { closeTask } from "../navigation/close-task.ts";
import { closeReminderMenu } from "../reminders/reminder-menu.ts";
import { taskQuery } from "./queries.ts";
import { TaskEditor } from "./task-editor.tsx";
import { useCachedTask } from "./use-cached-task.ts";

const opener = (number: number) => `[data-number="${number}"] [data-opens-task]`;

export function TaskPanel({ number }: { number: number }) {
  const t = useMessages();
  const wide = useWide();
  const panel = useRef<HTMLDivElement>(null);
  const withScrim = useRef<HTMLDivElement>(null);
  const cached = useCachedTask(number);
  const { data, error, refetch } = useQuery({
    ...taskQuery(api, number),
    ...(cached && { placeholderData: cached }),
  });
  const task: Task | undefined = data;

  useCommand("back", closeTask);
  // The key that opened the panel goes on into its title.
  useCommand("edit", () => {
    const row = document.activeElement?.closest<HTMLElement>("[data-task]");
    if (row && row.dataset.number !== String(number)) return false;
    panel.current?.querySelector("textarea")?.focus();
    return true;
  });
  // Before the focus goes back: until then nothing else can have it.
  useModal(withScrim, panel, !wide);
  useEffect(() => () => closeReminderMenu(number), [number]);
  useEffect(
    () => () => document.querySelector<HTMLElement>(opener(number))?.focus({ preventScroll: true }),
    [number],
  );

  return (
    // Radix has another element for what is modal, so for Radix it never is.
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && closeTask()}>
      <div ref={withScrim} className="contents">
        <div aria-hidden className="fixed inset-0 z-30 animate-appear bg-scrim lg:hidden" />
        <Dialog.Content
          ref={panel}
          aria-describedby={undefined}
          data-open-task={number}
          data-modal={wide ? undefined : "task"}
          onFocusOutside={(event) => event.preventDefault()}
          onPointerDownOutside={(event) => (wide || isFloating(event.target)) && event.preventDefault()}
          onOpenAutoFocus={(event) => {
            // The panel itself, not its first field: on a phone that would bring up the keyboard.
            event.preventDefault();
            // It may come late, to somebody who writes elsewhere by then.
            if (!isTyping(document.activeElement)) panel.current?.focus();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="scroller z-30 flex scroll-pt-14 flex-col bg-raised outline-none max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:max-h-[92dvh] max-lg:animate-rise max-lg:rounded-t-large max-lg:shadow-float lg:absolute lg:inset-y-0 lg:end-0 lg:w-[min(100%,23rem)] lg:animate-slide lg:border-s lg:border-hairline lg:bg-paper lg:shadow-[-16px_0_32px_-24px_var(--shade)] lg:rtl:shadow-[16px_0_32px_-24px_var(--shade)] lg:@max-[30rem]/middle:w-full lg:@[45rem]/middle:static lg:@[45rem]/middle:shadow-none lg:@[45rem]/middle:rtl:shadow-none"
        >
          <div className="sticky top-0 z-20 flex min-h-14 items-center justify-between gap-2 bg-inherit ps-5 pe-2 pt-1">
            <Dialog.Title className="text-small text-ink-2">
              {number > 0 ? t("task.panel", { number }) : t("offline.unsent")}
            </Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t("action.close")} shortcut="Esc">
                <X aria-hidden className="size-4.5" />
              </IconButton>
            </Dialog.Close>
          </div>
          {task && <TaskEditor key={task.id} task={task} onDeleted={closeTask} />}
          {error && !task && (
            <div className="px-5">
              <Trouble
                sentence={sentenceOf(error, t)}
                // What isn't there doesn't come by asking again.
                onRetry={isNotFound(error) ? undefined : () => void refetch()}
              />
            </div>
          )}
        </Dialog.Content>
      </div>
    </Dialog.Root>
  );
}
