"use client";
/** What was sent of the task's reminders, where and when; read when asked for. */
import { useQuery } from "@tanstack/react-query";
import type { Delivery } from "@todo/contract/channels";
import type { Task } from "@todo/contract/tasks";
import { useId, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { useDates } from "../settings/use-dates.ts";
import { deliveriesQuery } from "./queries.ts";
import { undeliveredIn } from "./undelivered.ts";

export function Deliveries({ task }: { task: Task }) {
  const t = useMessages();
  const id = useId();
  const [open, setOpen] = useState(false);

  return (
    <div className="flex flex-col items-start gap-1">
      <Button
        kind="quiet"
        size="small"
        className="-ms-2.5"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t("delivery.show")}
      </Button>
      <div id={id}>{open && <Sent task={task} />}</div>
    </div>
  );
}

function Sent({ task }: { task: Task }) {
  const t = useMessages();
  const { moment } = useDates();
  const { data: deliveries, error, refetch } = useQuery(deliveriesQuery(api, task.id));

  if (error) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!deliveries) return null;
  if (deliveries.length === 0) return <p className="text-small text-ink-2">{t("delivery.none")}</p>;

  const where = ({ channel_kind, channel_name, status }: Delivery) =>
    channel_kind === "page" ? t("delivery.page") : t(`delivery.${status}`, { channel: channel_name });

  return (
    <ul aria-label={t("delivery.show")} className="flex flex-col gap-1.5 text-small">
      {deliveries.map((delivery) => (
        <li key={`${delivery.id} ${delivery.channel}`} className="wrap-anywhere">
          {where(delivery)}{" "}
          <span className="text-ink-2">
            <time dateTime={delivery.at} className="tabular">
              {moment(delivery.at)}
            </time>
            {delivery.late && ` · ${t("delivery.late")}`}
            {delivery.error && ` · ${undeliveredIn(delivery.error, t)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
