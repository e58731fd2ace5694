"use client";
/** A rule in the person's own words, or out of those that people often want, with the dates it comes to. */
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { describeRecurrence } from "@todo/language/recurrence/describe";
import { type FormEvent, useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { dayIn } from "../tasks/calendar.ts";
import { useTaskChanges } from "../tasks/use-task-changes.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { NextDates } from "./next-dates.tsx";
import { presetsFor, ruleOf } from "./presets.ts";
import { previewQuery } from "./queries.ts";
import { type Rule, saveRule } from "./save-rule.ts";

const TYPING_MS = 300;

export function RecurrenceSheet({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useMessages();
  const { language } = useManner();
  const { now, zone } = useViewpoint();
  const changes = useTaskChanges();
  const [preset, setPreset] = useState(() => (task.recurrence ? ruleOf(task.recurrence) : undefined));
  const [words, setWords] = useState("");
  const starts_on = task.due_on ?? dayIn(now, zone);
  const rule: Rule | undefined = words.trim() ? { words: words.trim() } : preset;
  const asked = useSettled(rule);
  const preview = useQuery({
    ...previewQuery(api, { ...asked, starts_on, ...(task.due_time && { due_time: task.due_time }) }),
    enabled: asked !== undefined,
  });
  const isAsked = sameRule(rule, asked);

  const inWords = (one: Rule | Task["recurrence"]): string => {
    if (!one) return t("repeat.none");
    if ("words" in one && one.words) return one.words;
    const { rrule = "", after_completion } = one;
    const preset = { rrule, ...(after_completion && { after_completion: true as const }) };
    return describeRecurrence(preset, language) ?? t("repeat.custom");
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!rule || (isAsked && preview.error)) return;
    const save = (seen: Task) =>
      changes.send(
        seen,
        () => saveRule({ seen, rule, inWords, again: save }),
        ({ title, recurrence }) => {
          const said = recurrence && describeRecurrence(ruleOf(recurrence), language);
          return said ? t("repeat.saved", { title, words: said }) : t("repeat.savedPlain", { title });
        },
      );
    save(task);
    onClose();
  };

  return (
    <Sheet title={t("repeat.title")} open onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={t("repeat.words")}
          hint={t("repeat.wordsHint")}
          value={words}
          dir="auto"
          maxLength={200}
          autoComplete="off"
          error={isAsked && preview.error ? sentenceOf(preview.error, t) : undefined}
          onChange={({ target }) => setWords(target.value)}
        />
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-1.5 text-small font-medium">{t("repeat.presets")}</legend>
          {presetsFor(starts_on).map((one) => (
            <label
              key={`${one.rrule} ${one.after_completion}`}
              className="relative flex min-h-8 items-center rounded-medium border border-control/45 bg-raised px-2.5 text-small hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent max-lg:min-h-11"
            >
              <input
                type="radio"
                name="preset"
                checked={!words.trim() && sameRule(one, preset)}
                onChange={() => {
                  setPreset(one);
                  setWords("");
                }}
                className="absolute inset-0 size-full opacity-0"
              />
              <span className="inline-block first-letter:uppercase">{describeRecurrence(one, language)}</span>
            </label>
          ))}
        </fieldset>
        <div className="sticky bottom-0 -mx-5 -mb-5 flex flex-col gap-3 border-t border-hairline bg-raised px-5 pt-3 pb-5">
          <div aria-live="polite" className="min-h-12">
            {preview.data && isAsked ? (
              <NextDates title={t("repeat.preview")} dates={preview.data.next} />
            ) : (
              !rule && <p className="text-small text-ink-2">{t("repeat.previewWaits")}</p>
            )}
          </div>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("action.cancel")}</Button>
            <Button type="submit" kind="primary" disabled={!rule || (isAsked && preview.isError)}>
              {t("action.save")}
            </Button>
          </div>
        </div>
      </form>
    </Sheet>
  );
}

const sameRule = (one: Rule | undefined, other: Rule | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** The rule once nothing has been typed for a moment. */
function useSettled(rule: Rule | undefined): Rule | undefined {
  const [settled, setSettled] = useState(rule);
  const written = JSON.stringify(rule);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same rule is made anew at every paint.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), rule?.words ? TYPING_MS : 0);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}
