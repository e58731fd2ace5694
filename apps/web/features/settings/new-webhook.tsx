"use client";
/** Takes a program's address, then shows what its messages are signed with: this is the only time anyone sees it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { channelsQuery } from "./queries.ts";
import { ShownSecret } from "./shown-secret.tsx";

export function NewWebhook({ onClose }: { onClose: () => void }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const [name, setName] = useState("");

  const add = useMutation({
    mutationFn: () =>
      api.add_channel({ kind: "webhook", url: url.trim(), ...(name.trim() && { name: name.trim() }) }),
    onSuccess: () => queries.invalidateQueries(channelsQuery(api)),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim()) add.mutate();
  };

  return (
    <Sheet title={t("channels.addWebhook")} open onClose={onClose}>
      {add.data?.secret ? (
        <ShownSecret
          secret={add.data.secret}
          lead={t("channels.webhookOnce")}
          label={t("channels.webhookSecret")}
          onDone={onClose}
        />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <Field
            label={t("channels.webhookUrl")}
            hint={t("channels.webhookHint")}
            type="url"
            value={url}
            maxLength={2_000}
            autoComplete="off"
            error={add.error ? sentenceOf(add.error, t) : undefined}
            onChange={({ target }) => setUrl(target.value)}
          />
          <Field
            label={t("field.name")}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("action.cancel")}</Button>
            <Button type="submit" kind="primary" disabled={!url.trim() || add.isPending}>
              {t("action.add")}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
