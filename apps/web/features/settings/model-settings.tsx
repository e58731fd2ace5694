"use client";
/** Which model answers in the chat, what it used, and whether it can be reached. Which one it is, the server's operator decides. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { OutputOf } from "@todo/contract/contract";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages, useManner } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { usageQuery } from "./queries.ts";

type Usage = OutputOf<"get_usage">;

export function ModelSettings() {
  const t = useAccountMessages();
  const { locale } = useManner();
  const { data: usage, error, refetch } = useQuery(usageQuery(api));
  const test = useMutation({ mutationFn: () => api.test_model() });

  if (error && !usage) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!usage) return null;
  const { kind, model, server, tokens_per_day } = usage;
  const isBuiltIn = kind === "built-in";

  return (
    <>
      <p>
        {isBuiltIn ? t("model.builtIn") : t("model.named", { model, server: server ?? "" })}
        {!isBuiltIn && tokens_per_day !== null && (
          <span className="text-ink-2"> {t("model.limit", { tokens: written(tokens_per_day, locale) })}</span>
        )}
      </p>
      <UsageTable usage={usage} />
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={test.isPending} onClick={() => test.mutate()}>
          {t(test.isPending ? "model.testing" : "model.test")}
        </Button>
        <p role="status" className={test.data?.problem || test.error ? "text-danger" : "text-ink-2"}>
          {test.error && sentenceOf(test.error, t)}
          {test.data &&
            (test.data.problem
              ? t(`modelProblem.${test.data.problem}`)
              : t("model.answered", { milliseconds: test.data.milliseconds }))}
        </p>
      </div>
    </>
  );
}

function UsageTable({ usage: { today, this_month } }: { usage: Usage }) {
  const t = useAccountMessages();
  const { locale } = useManner();
  const rows = [
    { key: "today", label: t("model.today"), used: today },
    { key: "month", label: t("model.month"), used: this_month },
  ];
  return (
    <table className="w-fit text-start">
      <thead className="text-small text-ink-2">
        <tr>
          <th scope="col" className="pe-3 sm:pe-6 text-start font-normal">
            <span className="sr-only">{t("model.time")}</span>
          </th>
          {[t("model.answers"), t("model.input"), t("model.output")].map((head) => (
            <th key={head} scope="col" className="pe-3 sm:pe-6 text-end font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="tabular">
        {rows.map(({ key, label, used }) => (
          <tr key={key}>
            <th scope="row" className="pe-3 sm:pe-6 text-start font-normal">
              {label}
            </th>
            {[used.answers, used.input_tokens, used.output_tokens].map((count, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay as they are.
              <td key={index} className="pe-3 sm:pe-6 text-end">
                {written(count, locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const written = (count: number, locale: string) => new Intl.NumberFormat(locale).format(count);
