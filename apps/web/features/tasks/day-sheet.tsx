"use client";
/** Any day, and a time if one likes. */
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { type DayQuestion, dayQuestion } from "./day-question.ts";

export function DaySheet({ question }: { question: DayQuestion }) {
  const t = useMessages();
  const [day, setDay] = useState(question.day);
  const [time, setTime] = useState(question.time);

  const close = () => {
    dayQuestion.set(undefined);
    if (!question.about) return;
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-task="${question.about}"] [data-opens-task]`)?.focus(),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    const timeChanged = time !== question.time && { due_time: time || null };
    question.choose({ due_on: day, ...timeChanged });
  };

  return (
    <Sheet title={question.title} open onClose={close}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex items-start gap-3">
          <Field
            label={t("field.dueDate")}
            type="date"
            value={day}
            required
            className="min-w-0 flex-1"
            onChange={({ target }) => setDay(target.value)}
          />
          <Field
            label={t("field.dueTime")}
            type="time"
            value={time}
            hint={question.hint}
            className="min-w-0 flex-1"
            onChange={({ target }) => setTime(target.value)}
          />
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t("action.cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
