"use client";
/** One place where reminders go: how it fares, a test with the question whether it arrived, and what can be changed. */
import type { Channel } from "@todo/contract/channels";
import { useState } from "react";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { CommandItem } from "../commands/command-item.tsx";
import { ManageMenu } from "../commands/manage-menu.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useSettle } from "../conflicts/use-settle.ts";
import { turnOff } from "../notifications/this-browser.ts";
import { undeliveredIn } from "../reminders/undelivered.ts";
import { channelChanges } from "./channel-changes.ts";
import { ChannelTest } from "./channel-test.tsx";
import { useDates } from "./use-dates.ts";

const NAME_LENGTH = 100;

interface ChannelRowProps {
  channel: Channel;
  /** It is the browser that shows this page: the one that the palette means. */
  isHere: boolean;
  onRemoved: () => void;
}

export function ChannelRow({ channel, isHere, onRemoved }: ChannelRowProps) {
  const t = useAccountMessages();
  const { day, moment } = useDates();
  const [testing, setTesting] = useState(0);
  const { kind, name, address, enabled, confirmed_at, last_sent_at, last_error, failing_since } = channel;

  const { update, remove } = channelChanges(t, useSettle(["channels"]));
  const forget = async () => {
    if (isHere) {
      await turnOff();
      onRemoved();
    }
    showToast({ text: t("channels.removed", { name }) });
  };

  const turn = () => void update(channel, { enabled: !enabled });
  useCommand("enableChannel", isHere && !enabled ? turn : undefined);
  useCommand("disableChannel", isHere && enabled ? turn : undefined);

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
          <ManageMenu
            label={t("channels.more", { name })}
            name={name}
            maxLength={NAME_LENGTH}
            renames="renameChannel"
            deletes="removeChannel"
            inSight={isHere}
            onRename={(wanted) => update(channel, { name: wanted })}
            onDelete={() => remove(channel, forget)}
          >
            <CommandItem id={enabled ? "disableChannel" : "enableChannel"} onSelect={turn} />
          </ManageMenu>
        </span>
      </div>
      {failing_since && last_error && testing === 0 && (
        <p className="text-small text-danger wrap-anywhere">
          {t("channels.failing", { reason: undeliveredIn(last_error, t) })}
        </p>
      )}
      {testing > 0 && <ChannelTest key={testing} channel={channel} onDone={() => setTesting(0)} />}
    </li>
  );
}
