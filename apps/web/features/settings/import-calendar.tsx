"use client";
/** Takes a calendar file and tells what came of it: how many tasks, and what couldn't be taken. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../lib/api.ts";
import { refusalIn, sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import { listsQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { takeBack } from "../tasks/undo.ts";

/** As much as a request may hold, less what surrounds the text. */
const LARGEST_BYTES = 1_000_000;

export function ImportCalendar({ onClose }: { onClose: () => void }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const [file, setFile] = useState<File>();
  const [list, setList] = useState("");
  const isTooLarge = file !== undefined && file.size > LARGEST_BYTES;

  const bring = useMutation({
    mutationFn: async (chosen: File) =>
      api.import_calendar({ ics: await chosen.text(), ...(list && { list }) }),
    onSuccess: () => refresh(queries, ["tasks", "lists", "labels"]),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && !isTooLarge) bring.mutate(file);
  };
  const problem = isTooLarge ? t("feeds.tooLarge") : bring.error && sentenceOf(bring.error, t);

  return (
    <Sheet title={t("feeds.import")} open onClose={onClose}>
      {bring.data ? (
        <div className="flex flex-col gap-4">
          <p role="status">{t("feeds.imported", { count: bring.data.tasks.length })}</p>
          {bring.data.failures.length > 0 && (
            <>
              <p>{t("feeds.failures", { count: bring.data.failures.length })}</p>
              <ul className="scroller flex max-h-60 flex-col gap-1 text-small text-ink-2">
                {bring.data.failures.map(({ line, ...failure }) => (
                  <li key={`${line} ${failure.message}`}>
                    {t("feeds.failure", { line, reason: refusalIn(failure, t) })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className="flex justify-end gap-2">
            {bring.data.tasks.length > 0 && (
              <Button
                onClick={() => {
                  void takeBack(queries, t, bring.data.undo);
                  onClose();
                }}
              >
                {t("action.undo")}
              </Button>
            )}
            <Button kind="primary" onClick={onClose}>
              {t("action.done")}
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <Field
            label={t("feeds.file")}
            type="file"
            accept=".ics,text/calendar"
            error={problem || undefined}
            onChange={({ target }) => {
              setFile(target.files?.[0]);
              bring.reset();
            }}
          />
          <Select label={t("field.list")} value={list} onChange={({ target }) => setList(target.value)}>
            <option value="">{t("view.inbox")}</option>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("action.cancel")}</Button>
            <Button type="submit" kind="primary" disabled={!file || isTooLarge || bring.isPending}>
              {t(bring.isPending ? "feeds.importing" : "feeds.import")}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
