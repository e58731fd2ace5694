"use client";
/** What the person is called. Leaving the field saves it; an empty one is given up. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Field } from "../../ui/field.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { changeName } from "../account/sign.ts";

export function OwnName({ profile }: { profile: Profile }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (name: string) => changeName(name, t),
    onSuccess: (problem, name) => {
      if (problem)
        return showTrouble(problem.sentence, { label: t("action.tryAgain"), run: () => save.mutate(name) });
      queries.setQueryData(profileQuery(api).queryKey, (before) => before && { ...before, name });
      showToast({ text: t("settings.saved") });
    },
  });
  const draft = useDraft({
    value: save.isPending ? save.variables : profile.name,
    source: undefined,
    accepts: (text) => text.trim() !== "",
    onSave: (text) => save.mutate(text.trim()),
  });

  return (
    <Field
      label={t("field.yourName")}
      name="name"
      autoComplete="name"
      dir="auto"
      maxLength={100}
      {...draft}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) event.currentTarget.blur();
        else draft.onKeyDown(event);
      }}
    />
  );
}
