"use client";
/** Where reminders go: this browser and others, the account's e-mail, programs. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { insist } from "../../lib/insist.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { nameOf, type Obstacle, ownEndpoint, turnOn } from "../notifications/this-browser.ts";
import { ChannelRow } from "./channel-row.tsx";
import { channelsQuery } from "./queries.ts";

const NewWebhook = dynamic(
  () => insist(() => import("./new-webhook.tsx").then((module) => module.NewWebhook)),
  {
    loading: () => null,
  },
);

export function Channels() {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(channelsQuery(api));
  const [own, setOwn] = useState<string>();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const [making, setMaking] = useState(false);
  const ownChannel = data?.channels.find(({ address }) => address === own);

  useEffect(() => void ownEndpoint().then(setOwn, () => undefined), []);

  const here = useMutation({
    mutationFn: async (publicKey: string) => {
      const name = nameOf(navigator.userAgent) || t("channels.thisBrowser");
      setObstacle(await turnOn(publicKey, ownChannel ? undefined : name));
      setOwn(await ownEndpoint());
    },
    onError: (failure) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(channelsQuery(api)),
  });
  const useEmail = useMutation({
    mutationFn: () => api.add_channel({ kind: "email", name: t("channels.email") }),
    onError: (failure) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(channelsQuery(api)),
  });

  if (error && !data) return <Trouble sentence={sentenceOf(error, t)} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { channels, push, email } = data;
  const isOn = ownChannel?.enabled ?? false;

  return (
    <>
      {channels.length > 0 && (
        <ul
          aria-label={t("channels.title")}
          className="divide-y divide-hairline rounded-large border border-hairline"
        >
          {channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              isHere={channel.address === own}
              onRemoved={() => setOwn(undefined)}
            />
          ))}
        </ul>
      )}
      {!channels.some(({ kind }) => kind === "push") && <p className="text-ink-2">{t("channels.none")}</p>}
      <p role="status" className="text-ink-2 empty:hidden">
        {isOn && t("channels.hereOn")}
        {!email.available && !isOn && t("channels.emailOff")}
      </p>
      {obstacle && (
        <p role="alert" className="max-w-[60ch] text-danger">
          {t(`channels.${obstacle}`)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {!isOn && (
          <Button kind="primary" disabled={here.isPending} onClick={() => here.mutate(push.public_key)}>
            <Bell aria-hidden className="size-4" />
            {t(here.isPending ? "channels.turningOn" : "channels.here")}
          </Button>
        )}
        {email.available && !channels.some(({ kind }) => kind === "email") && (
          <Button disabled={useEmail.isPending} onClick={() => useEmail.mutate()}>
            {t("channels.emailUse")}
          </Button>
        )}
        <Button onClick={() => setMaking(true)}>
          <Plus aria-hidden className="size-4" />
          {t("channels.addWebhook")}
        </Button>
      </div>
      {making && <NewWebhook onClose={() => setMaking(false)} />}
    </>
  );
}
