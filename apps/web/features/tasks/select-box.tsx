"use client";
/** A row's box to tick, in the place of its circle, while tasks are selected. */
import { useMessages } from "../../messages/use-messages.tsx";
import { selectClick } from "./selection.ts";

interface SelectBoxProps {
  id: string;
  title: string;
  selected: boolean;
}

export function SelectBox({ id, title, selected }: SelectBoxProps) {
  const t = useMessages();
  return (
    <label className="relative z-10 -m-3 flex size-11 shrink-0 items-center justify-center">
      <input
        type="checkbox"
        aria-label={t("select.task", { title })}
        checked={selected}
        onChange={(event) =>
          selectClick(id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
        className="size-[18px]"
      />
    </label>
  );
}
