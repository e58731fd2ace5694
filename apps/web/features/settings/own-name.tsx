"use client";
/** What the person is called. Leaving the field saves it; an empty one is given up. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Field } from "../../ui/field.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { changeName, type SignProblem } from "../account/sign.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { weigh } from "../conflicts/weigh.ts";
import { useSettingWords } from "./use-setting-words.ts";

interface Wanted {
  name: string;
  seen: Profile;
}

export function OwnName({ profile }: { profile: Profile }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const inWords = useSettingWords();
  const show = (name: string) =>
    queries.setQueryData(profileQuery(api).queryKey, (before) => before && { ...before, name });
  const save = useMutation<SignProblem | undefined, Error, Wanted>({
    mutationFn: async ({ name, seen }) => {
      const problem = await changeName({ name, was: seen.name }, t);
      if (problem?.nameNow === undefined) return problem;
      const current = { ...seen, name: problem.nameNow };
      const again = (now: Profile) => void save.mutate({ name, seen: now });
      // Goes on where both windows want the same name.
      weigh({ seen, mine: { name }, again, inWords }, { kind: "profile", current, changes: [] });
      return undefined;
    },
    onSuccess: (problem, wanted) => {
      if (problem)
        return showTrouble(problem.sentence, {
          label: t("action.tryAgain"),
          run: () => save.mutate(wanted),
        });
      show(wanted.name);
      showToast({ text: t("settings.saved") });
    },
    onError: (error, wanted) => {
      if (error instanceof AtOdds && error.now.kind === "profile") return show(error.now.current.name);
      showTrouble(sentenceOf(error, t), { label: t("action.tryAgain"), run: () => save.mutate(wanted) });
    },
  });
  const draft = useDraft({
    value: save.isPending ? save.variables.name : profile.name,
    source: profile,
    accepts: (text) => text.trim() !== "",
    onSave: (text, began) => save.mutate({ name: text.trim(), seen: began }),
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
