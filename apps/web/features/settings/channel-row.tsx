"use client";
/** One place where reminders go: how it fares, a test with the question whether it arrived, and what can be changed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Channel } from "@todo/contract/channels";
import { Ellipsis, Pencil, Power, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { insist } from "../../lib/insist.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { turnOff } from "../notifications/this-browser.ts";
import { undeliveredIn } from "../reminders/undelivered.ts";
import { ChannelTest } from "./channel-test.tsx";
import { channelsQuery } from "./queries.ts";
import { useDates } from "./use-dates.ts";

const RenameSheet = dynamic(
  () => insist(() => import("../../ui/rename-sheet.tsx").then((module) => module.RenameSheet)),
  {
    loading: () => null,
  },
);

interface ChannelRowProps {
  channel: Channel;
  /** It is the browser that shows this page. */
  isHere: boolean;
  onRemoved: () => void;
}

export function ChannelRow({ channel, isHere, onRemoved }: ChannelRowProps) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const { day, moment } = useDates();
  const [testing, setTesting] = useState(0);
  const [renaming, setRenaming] = useState(false);
  const { id, kind, name, address, enabled, confirmed_at, last_sent_at, last_error, failing_since } = channel;

  const settled = {
    onError: (failure: Error) => showTrouble(sentenceOf(failure, t)),
    onSettled: () => queries.invalidateQueries(channelsQuery(api)),
  };
  const update = useMutation({
    mutationFn: (change: { name?: string; enabled?: boolean }) =>
      api.update_channel({ channel_id: id, ...change }),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: async () => {
      await api.remove_channel({ channel_id: id });
      if (isHere) await turnOff();
    },
    onSuccess: () => {
      if (isHere) onRemoved();
      showToast({ text: t("channels.removed", { name }) });
    },
    ...settled,
  });

  const facts = [
    t(`channels.${kind}`),
    kind !== "push" && address,
    isHere && t("channels.thisBrowser"),
    t(enabled ? "channels.on" : "channels.off"),
    confirmed_at && t("channels.confirmed", { date: day(confirmed_at) }),
    last_sent_at && t("channels.lastSent", { date: moment(last_sent_at) }),
  ].filter(Boolean);

  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">
            <bdi>{name}</bdi>
          </p>
          <p className="text-small text-ink-2 wrap-anywhere">{facts.join(" · ")}</p>
        </div>
        <span className="flex items-center gap-1">
          {enabled && (
            <Button size="small" onClick={() => setTesting(testing + 1)}>
              {t("channels.test")}
            </Button>
          )}
          <Menu
            label={t("channels.more", { name })}
            trigger={
              <IconButton label={t("channels.more", { name })}>
                <Ellipsis aria-hidden className="size-4.5" />
              </IconButton>
            }
          >
            <MenuItem icon={<Pencil aria-hidden className="size-4" />} onSelect={() => setRenaming(true)}>
              {t("action.rename")}
            </MenuItem>
            <MenuItem
              icon={<Power aria-hidden className="size-4" />}
              onSelect={() => update.mutate({ enabled: !enabled })}
            >
              {t(enabled ? "channels.disable" : "channels.enable")}
            </MenuItem>
            <MenuItem
              danger
              icon={<Trash2 aria-hidden className="size-4" />}
              onSelect={() => remove.mutate()}
            >
              {t("channels.remove")}
            </MenuItem>
          </Menu>
        </span>
      </div>
      {failing_since && last_error && testing === 0 && (
        <p className="text-small text-danger wrap-anywhere">
          {t("channels.failing", { reason: undeliveredIn(last_error, t) })}
        </p>
      )}
      {testing > 0 && <ChannelTest key={testing} channel={channel} onDone={() => setTesting(0)} />}
      {renaming && (
        <RenameSheet
          title={t("action.rename")}
          name={name}
          maxLength={100}
          onRename={async (wanted) => {
            await update.mutateAsync({ name: wanted }).catch(() => undefined);
            setRenaming(false);
          }}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  );
}
