"use client";
/** Sends a test when it appears, and asks whether it arrived: no server can see a screen. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Channel } from "@todo/contract/channels";
import { useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { undeliveredIn } from "../reminders/undelivered.ts";
import { channelsQuery } from "./queries.ts";

const help = {
  push: "channels.helpPush",
  email: "channels.helpEmail",
  webhook: "channels.helpWebhook",
} as const;

export function ChannelTest({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const [missed, setMissed] = useState(false);
  const begun = useRef(false);
  const { id: channel_id, kind, name } = channel;

  const { mutate: send, ...sending } = useMutation({
    mutationFn: () => api.test_channel({ channel_id }),
    onSettled: () => queries.invalidateQueries(channelsQuery(api)),
  });
  const confirm = useMutation({
    mutationFn: () => api.confirm_channel({ channel_id }),
    onSuccess: onDone,
    onError: (failure) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(channelsQuery(api)),
  });

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    send();
  }, [send]);

  const reason = sending.error
    ? sentenceOf(sending.error, t)
    : sending.data?.status !== "sent" && sending.data?.error && undeliveredIn(sending.data.error, t);

  return (
    <div role="status" className="flex flex-wrap items-center gap-2 text-small">
      {reason ? (
        <p className="text-danger wrap-anywhere">{t("channels.testFailed", { reason })}</p>
      ) : missed ? (
        <p className="max-w-[60ch]">{t(help[kind])}</p>
      ) : (
        <>
          <p className="me-2">{t("channels.asked", { name })}</p>
          <Button size="small" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
            {t("channels.yes")}
          </Button>
          <Button size="small" onClick={() => setMissed(true)}>
            {t("channels.no")}
          </Button>
        </>
      )}
    </div>
  );
}
