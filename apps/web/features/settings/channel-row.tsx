"use client";
/** One place where reminders go: how it fares, a test with the question whether it arrived, and what can be changed. */
import type { Channel } from "@todo/contract/channels";
import { Ellipsis, Pencil, Power, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { insist } from "../../lib/insist.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { useSettle } from "../conflicts/use-settle.ts";
import { turnOff } from "../notifications/this-browser.ts";
import { undeliveredIn } from "../reminders/undelivered.ts";
import { channelChanges } from "./channel-changes.ts";
import { ChannelTest } from "./channel-test.tsx";
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
  const { day, moment } = useDates();
  const [testing, setTesting] = useState(0);
  // As it was when the sheet opened: what the person renames is what they saw.
  const [renaming, setRenaming] = useState<Channel>();
  const { kind, name, address, enabled, confirmed_at, last_sent_at, last_error, failing_since } = channel;

  const { update, remove } = channelChanges(t, useSettle(["channels"]));
  const forget = async () => {
    if (isHere) {
      await turnOff();
      onRemoved();
    }
    showToast({ text: t("channels.removed", { name }) });
  };

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
            <MenuItem icon={<Pencil aria-hidden className="size-4" />} onSelect={() => setRenaming(channel)}>
              {t("action.rename")}
            </MenuItem>
            <MenuItem
              icon={<Power aria-hidden className="size-4" />}
              onSelect={() => void update(channel, { enabled: !enabled })}
            >
              {t(enabled ? "channels.disable" : "channels.enable")}
            </MenuItem>
            <MenuItem
              danger
              icon={<Trash2 aria-hidden className="size-4" />}
              onSelect={() => void remove(channel, forget)}
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
          name={renaming.name}
          maxLength={100}
          onRename={async (wanted) => {
            await update(renaming, { name: wanted });
            setRenaming(undefined);
          }}
          onClose={() => setRenaming(undefined)}
        />
      )}
    </li>
  );
}
