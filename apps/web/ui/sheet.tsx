"use client";
/** What comes up over the page and takes the keyboard until it is closed: a dialog when wide, a sheet from below when narrow. */
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { classes } from "../lib/class-names.ts";
import { isWide } from "../lib/media.ts";
import { useMessages } from "../messages/use-messages.tsx";
import { IconButton } from "./button.tsx";
import { isFloating } from "./floating.ts";
import { useCloseRequest } from "./use-close-request.ts";

interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** From the side, for navigation. */
  side?: boolean;
  /** For what stands in two columns. */
  wide?: boolean;
  children: ReactNode;
}

export function Sheet({ title, open, onClose, side = false, wide = false, children }: SheetProps) {
  const t = useMessages();
  const opener = useRef<Element>(null);
  useCloseRequest(open, onClose);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          data-modal=""
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            focusFirst(event);
          }}
          onCloseAutoFocus={(event) => {
            // Radix would give it to a trigger, which no sheet has.
            event.preventDefault();
            giveFocusBack(opener.current);
          }}
          onInteractOutside={(event) => isFloating(event.target) && event.preventDefault()}
          className={classes(
            "scroller fixed z-40 flex scroll-pt-12 flex-col bg-raised shadow-float outline-none",
            side
              ? "inset-y-0 start-0 w-[min(20rem,86vw)] animate-appear"
              : "inset-x-0 bottom-0 max-h-[88dvh] animate-rise rounded-t-large pb-[env(safe-area-inset-bottom)] lg:right-auto lg:left-1/2 lg:top-[12vh] lg:bottom-auto lg:max-h-[76vh] lg:-translate-x-1/2 lg:rounded-large",
            !side && (wide ? "lg:w-[46rem]" : "lg:w-[28rem]"),
          )}
        >
          <header className="sticky top-0 z-10 flex items-center justify-between gap-2 bg-raised ps-5 pe-2 pt-2">
            <Dialog.Title className="py-1.5 text-body font-semibold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t("action.close")}>
                <X aria-hidden className="size-4.5" />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className="px-5 pt-2 pb-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const FIELD = "input:not([type=checkbox], [type=radio], [type=file]), textarea";

/**
 * Into the first field to write in, or else to the sheet as a whole, rather than to its first button, which closes it.
 * Where the page is narrow the keyboard on the screen would cover the sheet.
 */
function focusFirst(event: Event) {
  event.preventDefault();
  if (!(event.target instanceof HTMLElement)) return;
  const field = isWide() ? event.target.querySelector<HTMLElement>(FIELD) : null;
  (field ?? event.target).focus();
}

/** Unless it has gone on by itself. */
function giveFocusBack(opener: Element | null) {
  if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
}
