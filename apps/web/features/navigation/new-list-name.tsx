"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { inputClasses } from "../../ui/field.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { useGo } from "./use-place.ts";

export function NewListName({ onMade, onClose }: { onMade: () => void; onClose: () => void }) {
  const t = useMessages();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const go = useGo();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return onClose();
    setBusy(true);
    try {
      const list = await api.add_list({ name: name.trim() });
      await queries.invalidateQueries(listsQuery(api));
      onClose();
      go.toView({ kind: "list", id: list.id });
      onMade();
    } catch (error) {
      showTrouble(sentenceOf(error, t));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={submit} className="py-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
        autoFocus
        aria-label={t("nav.newListName")}
        placeholder={t("nav.newListName")}
        value={name}
        maxLength={100}
        readOnly={busy}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => name.trim() === "" && onClose()}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
        className={`${inputClasses} w-full`}
      />
    </form>
  );
}
