/** What a hand does to a place where reminders go, for the version that it saw. */
import type { Channel } from "@todo/contract/channels";
import { api } from "../../lib/api.ts";
import type { SayAll } from "../../messages/messages.ts";
import { forSeen } from "../conflicts/for-seen.ts";

/** `settle` tells of trouble, and resolves to whether it was done; so does each change. */
export function channelChanges(t: SayAll, settle: (sent: Promise<unknown>) => Promise<boolean>) {
  const inWords = (field: keyof Channel, { name, enabled }: Channel) =>
    field === "enabled"
      ? { name: t("channels.title"), words: t(enabled ? "channels.on" : "channels.off") }
      : { name: t("field.name"), words: name };

  const update = (seen: Channel, mine: { name: string } | { enabled: boolean }): Promise<boolean> =>
    settle(
      forSeen({
        title: seen.name,
        seen,
        mine,
        send: (version) => api.update_channel({ channel_id: seen.id, ...mine, version }),
        again: (current) => update(current, mine),
        inWords,
      }),
    );

  /** `forget` follows once it is removed. */
  const remove = (seen: Channel, forget: () => Promise<void>): Promise<boolean> => {
    const { id, name, enabled } = seen;
    const sent = forSeen({
      title: name,
      seen,
      mine: { name, enabled },
      deletes: true,
      send: (version) => api.remove_channel({ channel_id: id, version }),
      again: (current) => remove(current, forget),
      inWords,
    });
    return settle(sent.then(forget));
  };

  return { update, remove };
}
