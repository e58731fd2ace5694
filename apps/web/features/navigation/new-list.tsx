"use client";
/** “New list” at the end of the lists: a button that becomes the field for its name. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { api, once } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { t } from "../../lib/messages/translate.ts";
import { listsQuery } from "../../lib/queries.ts";
import { inputClasses } from "../../ui/field.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { useGo } from "./use-place.ts";

export function NewList({ onMade }: { onMade: () => void }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const queries = useQueryClient();
  const go = useGo();

  const add = useMutation({
    mutationFn: (wanted: string) => api.add_list({ name: wanted }, once()),
    onSuccess: async (list) => {
      await queries.invalidateQueries(listsQuery(api));
      setName("");
      setOpen(false);
      go.toView({ kind: "list", id: list.id });
      onMade();
    },
    onError: (error) => showTrouble(sentenceOf(error)),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) add.mutate(name.trim());
    else setOpen(false);
  };

  if (!open) {
    return (
      <li>
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex h-8 w-full items-center gap-2.5 rounded-medium px-2.5 text-ink-2 transition-colors duration-150 hover:bg-hover hover:text-ink max-lg:h-11"
        >
          <Plus aria-hidden strokeWidth={1.75} className="size-4.5" />
          {t("nav.newList")}
        </button>
      </li>
    );
  }

  return (
    <li>
      <form onSubmit={submit} className="py-1">
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
          autoFocus
          aria-label={t("nav.newListName")}
          placeholder={t("nav.newListName")}
          value={name}
          maxLength={100}
          disabled={add.isPending}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => name.trim() === "" && setOpen(false)}
          onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
          className={`${inputClasses} w-full`}
        />
      </form>
    </li>
  );
}
