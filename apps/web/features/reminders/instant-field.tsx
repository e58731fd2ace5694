"use client";
/** Day and time of a reminder, on the person's own clock. */
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { addDays, instantOf, wallClock } from "../tasks/calendar.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";

interface InstantFieldProps {
  onAdd: (instant: string) => void;
  onClose: () => void;
}

export function InstantField({ onAdd, onClose }: InstantFieldProps) {
  const t = useMessages();
  const { now, zone } = useViewpoint();
  const [value, setValue] = useState(() => `${addDays(wallClock(now, zone).day, 1)}T09:00`);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [day, time] = value.split("T");
    if (day && time) onAdd(instantOf(day, time.slice(0, 5), zone).toISOString());
  };

  return (
    <form onSubmit={submit} className="flex w-full flex-wrap items-end gap-2">
      <Field
        label={t("reminder.instant")}
        type="datetime-local"
        value={value}
        required
        className="w-full"
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="submit" kind="primary">
        {t("action.add")}
      </Button>
      <Button onClick={onClose}>{t("action.cancel")}</Button>
    </form>
  );
}
