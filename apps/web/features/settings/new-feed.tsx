"use client";
/** Makes an address, then shows it: this is the only time anyone sees it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { listsQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Select } from "../../ui/select.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { feedsQuery } from "./queries.ts";
import { ShownSecret } from "./shown-secret.tsx";

const kinds = ["events", "tasks"] as const;

export function NewFeed({ onClose }: { onClose: () => void }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const [kind, setKind] = useState<(typeof kinds)[number]>("events");
  const [list, setList] = useState("");

  const make = useMutation({
    mutationFn: () => api.create_feed({ kind, ...(list && { list }) }),
    onSuccess: () => queries.invalidateQueries(feedsQuery(api)),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };

  return (
    <Sheet title={t("feeds.new")} open onClose={onClose}>
      {make.data ? (
        <ShownSecret
          secret={make.data.url}
          lead={t("feeds.once")}
          label={t("feeds.address")}
          onDone={onClose}
        >
          <a
            href={make.data.webcal_url}
            className="inline-flex h-9 items-center gap-2 rounded-medium border border-control/45 bg-raised px-3.5 hover:bg-hover max-lg:h-11"
          >
            <CalendarPlus aria-hidden className="size-4" />
            {t("feeds.subscribe")}
          </a>
        </ShownSecret>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <Segments
            label={t("feeds.kind")}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`feeds.${value}`) }))}
            onChange={setKind}
          />
          <Select label={t("feeds.list")} value={list} onChange={({ target }) => setList(target.value)}>
            <option value="">{t("feeds.allLists")}</option>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          {make.error && (
            <p role="alert" className="text-small text-danger">
              {sentenceOf(make.error, t)}
            </p>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("action.cancel")}</Button>
            <Button type="submit" kind="primary" disabled={make.isPending}>
              {t("feeds.make")}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
