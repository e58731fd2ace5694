"use client";
/** Asks for a new name. */
import { type FormEvent, useState } from "react";
import { useMessages } from "../messages/use-messages.tsx";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Sheet } from "./sheet.tsx";

interface RenameSheetProps {
  title: string;
  name: string;
  maxLength: number;
  onRename: (name: string) => Promise<void>;
  onClose: () => void;
}

export function RenameSheet({ title, name, maxLength, onRename, onClose }: RenameSheetProps) {
  const t = useMessages();
  const [wanted, setWanted] = useState(name);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const trimmed = wanted.trim();
    if (!trimmed || trimmed === name) return onClose();
    setBusy(true);
    await onRename(trimmed);
    setBusy(false);
  };

  return (
    <Sheet title={title} open onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={t("field.name")}
          value={wanted}
          maxLength={maxLength}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setWanted(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" kind="primary" disabled={busy}>
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
