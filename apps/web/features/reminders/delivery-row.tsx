"use client";
/** A reminder of the task that was sent, among what else happened to it. Nothing takes it back. */
import type { Delivery } from "@todo/contract/channels";
import { useMessages } from "../../messages/use-messages.tsx";
import { momentInWords } from "../tasks/history-words.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { undeliveredIn } from "./undelivered.ts";

export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const t = useMessages();
  const viewpoint = useViewpoint();
  const { at, channel_kind, channel_name, status, late, error } = delivery;

  return (
    <li className="flex flex-col gap-0.5 py-2">
      <p className="wrap-anywhere">
        {channel_kind === "page" ? t("delivery.page") : t(`delivery.${status}`, { channel: channel_name })}
      </p>
      {error && <p className="text-small wrap-anywhere">{undeliveredIn(error, t)}</p>}
      <p className="text-small text-ink-2">
        <time dateTime={at}>{momentInWords(at, viewpoint)}</time>
        {late && ` · ${t("delivery.late")}`}
      </p>
    </li>
  );
}
