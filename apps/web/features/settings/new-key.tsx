"use client";
/** Makes a key, then shows it: this is the only time anyone sees it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Effect } from "@todo/contract/operation";
import { type FormEvent, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Tick } from "../../ui/tick.tsx";
import { keysQuery } from "./queries.ts";
import { ShownSecret } from "./shown-secret.tsx";

const scopes: readonly Effect[] = ["read", "write", "destroy"];
const lifetimes = ["30", "90", "365", ""] as const;

export function NewKey({ onClose }: { onClose: () => void }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [granted, setGranted] = useState<ReadonlySet<Effect>>(new Set(["read"]));
  const [days, setDays] = useState<string>("90");
  const [autoApprove, setAutoApprove] = useState(false);

  const make = useMutation({
    mutationFn: () =>
      api.create_api_key({
        name: name.trim(),
        scopes: scopes.filter((scope) => granted.has(scope)),
        auto_approve: autoApprove,
        ...(days && { expires_in_days: Number(days) }),
      }),
    onSuccess: () => queries.invalidateQueries(keysQuery(api)),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && granted.size > 0) make.mutate();
  };

  const toggle = (scope: Effect, wanted: boolean) =>
    setGranted((current) => {
      const next = new Set(current);
      if (wanted) next.add(scope);
      else next.delete(scope);
      return next;
    });

  return (
    <Sheet title={t("keys.new")} open onClose={onClose}>
      {make.data ? (
        <ShownSecret
          secret={make.data.key}
          lead={t("keys.shownOnce")}
          label={t("keys.secret")}
          onDone={onClose}
        />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <Field
            label={t("field.name")}
            hint={t("keys.nameHint")}
            value={name}
            maxLength={32}
            autoComplete="off"
            error={make.error ? sentenceOf(make.error, t) : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <fieldset>
            <legend className="mb-1 text-small font-medium">{t("keys.scopes")}</legend>
            {scopes.map((scope) => (
              <Tick key={scope} checked={granted.has(scope)} onChange={(wanted) => toggle(scope, wanted)}>
                {t(`scope.${scope}`)}
              </Tick>
            ))}
          </fieldset>
          <Select label={t("keys.lifetime")} value={days} onChange={({ target }) => setDays(target.value)}>
            {lifetimes.map((lifetime) => (
              <option key={lifetime} value={lifetime}>
                {lifetime ? t("count.days", { count: Number(lifetime) }) : t("keys.forever")}
              </option>
            ))}
          </Select>
          <div>
            <Tick checked={autoApprove} onChange={setAutoApprove}>
              {t("keys.autoApprove")}
            </Tick>
            <p className="ps-6.5 text-small text-ink-2">{t("keys.autoApproveHint")}</p>
          </div>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("action.cancel")}</Button>
            <Button
              type="submit"
              kind="primary"
              disabled={make.isPending || !name.trim() || granted.size === 0}
            >
              {t("keys.create")}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
