import { beforeEach, expect, test } from "vitest";
import { openWindow } from "../../testing/window.ts";
import { conflicts } from "../conflicts/conflict-store.ts";
import type { Viewpoint } from "../tasks/due.ts";
import { channelChanges } from "./channel-changes.ts";

beforeEach(() => conflicts.set([]));

/** A window that shows a program of Ada's. What she does elsewhere it hasn't heard of. */
async function windowWithProgram() {
  const { ada, t } = await openWindow();
  const { secret: _, ...seen } = await ada.add_channel({ kind: "webhook", url: "https://hooks.example/a" });
  const changes = channelChanges(t, (sent) =>
    sent.then(
      () => true,
      () => false,
    ),
  );
  const viewpoint: Viewpoint = { now: new Date(), zone: "UTC", locale: "en", t };
  const asked = () => conflicts.get().map(({ deed, fields }) => ({ deed, fields: fields(viewpoint) }));
  const stored = async () => (await ada.list_channels()).channels;
  return { ada, seen, channel_id: seen.id, changes, asked, stored };
}

test("a channel that two windows rename is a choice, and one's own name is given when one says so", async () => {
  const { ada, seen, channel_id, changes, asked, stored } = await windowWithProgram();
  await ada.update_channel({ channel_id, name: "Robot" });

  expect(await changes.update(seen, { name: "Machine" })).toBe(false);
  expect(await stored()).toMatchObject([{ name: "Robot" }]);
  expect(asked()).toEqual([
    { deed: undefined, fields: [{ name: "Name", mine: "Machine", theirs: "Robot" }] },
  ]);

  conflicts.get()[0]?.keepMine();
  await expect.poll(stored).toMatchObject([{ name: "Machine" }]);
});

test("one window renames it, the other switches it off: both stand, without a question", async () => {
  const { ada, seen, channel_id, changes, asked, stored } = await windowWithProgram();
  await ada.update_channel({ channel_id, name: "Robot" });
  expect(await changes.update(seen, { enabled: false })).toBe(true);
  expect(await stored()).toMatchObject([{ name: "Robot", enabled: false }]);
  expect(asked()).toEqual([]);
});

test("what was switched off elsewhere is removed only once one says so again", async () => {
  const { ada, seen, channel_id, changes, asked, stored } = await windowWithProgram();
  let removed = 0;
  await ada.update_channel({ channel_id, enabled: false });

  expect(await changes.remove(seen, async () => void removed++)).toBe(false);
  expect([await stored(), removed]).toMatchObject([[{ id: channel_id }], 0]);
  expect(asked()).toEqual([
    { deed: "delete", fields: [{ name: "Notifications", mine: "on", theirs: "off" }] },
  ]);

  conflicts.get()[0]?.keepMine();
  await expect.poll(stored).toEqual([]);
  await expect.poll(() => removed).toBe(1);
});
