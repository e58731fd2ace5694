import { AppError } from "@todo/contract/errors";
import type { Label } from "@todo/contract/lists";
import { beforeEach, expect, test } from "vitest";
import { english } from "../../messages/testing.ts";
import type { Viewpoint } from "../tasks/due.ts";
import { conflicts } from "./conflict-store.ts";
import { forSeen } from "./for-seen.ts";

const viewpoint: Viewpoint = {
  now: new Date("2026-01-05T09:00:00Z"),
  zone: "UTC",
  locale: "en",
  t: english,
};

const label = (id: string, name: string, version: number): Label => ({
  id,
  name,
  open_tasks: 0,
  deleted_at: null,
  created_at: "2026-01-05T09:00:00.000Z",
  updated_at: "2026-01-05T09:00:00.000Z",
  version,
});

/** Refuses every version but that of `current`. */
function server(current: Label) {
  const asked: number[] = [];
  const send = async (version: number) => {
    asked.push(version);
    if (version === current.version) return { ...current, version: version + 1 };
    const change = {
      at: "2026-01-05T10:00:00.000Z",
      actor: "u1",
      surface: "assistant",
      operation: "rename_label",
      before: {},
      after: { name: current.name },
    };
    throw new AppError("version_conflict", "It was changed meanwhile.", {
      conflict: { kind: "label", current, based_on: version, sent: {}, changes: [change] },
    });
  };
  return { asked, send };
}

/** Somebody saw “Errands” in its third version and calls it “Chores”. */
function rename(current: Label) {
  const { asked, send } = server(current);
  const wishedAgainFor: Label[] = [];
  const sent = forSeen({
    title: "Errands",
    seen: label(current.id, "Errands", 3),
    mine: { name: "Chores" },
    send,
    again: (seen) => wishedAgainFor.push(seen),
  });
  return { asked, sent, wishedAgainFor };
}

beforeEach(() => conflicts.set([]));

test("a name that others gave meanwhile is not gone over: both are shown", async () => {
  const { asked, sent } = rename(label("a", "Shopping", 4));
  await expect(sent).rejects.toMatchObject({ name: "AtOdds" });
  expect(asked).toEqual([3]);
  const [waiting] = conflicts.get();
  expect(waiting).toMatchObject({ title: "Errands", deed: undefined, change: { surface: "assistant" } });
  expect(waiting?.fields(viewpoint)).toEqual([{ name: "Name", mine: "Chores", theirs: "Shopping" }]);
});

test("whoever keeps theirs wishes it again for the version that they were shown", async () => {
  const { sent, wishedAgainFor } = rename(label("b", "Shopping", 4));
  await sent.catch(() => undefined);
  conflicts.get()[0]?.keepMine();
  expect(wishedAgainFor).toMatchObject([{ id: "b", name: "Shopping", version: 4 }]);
});

test("where others changed something else, the new name is given to their version", async () => {
  const { asked, sent } = rename(label("c", "Errands", 5));
  expect(await sent).toMatchObject({ version: 6 });
  expect(asked).toEqual([3, 5]);
  expect(conflicts.get()).toEqual([]);
});

test("what was changed since it was seen isn't deleted unasked", async () => {
  const seen = label("d", "Errands", 3);
  const { send } = server(label("d", "Shopping", 4));
  const wish = { title: "Errands", seen, mine: { name: "Errands" }, deletes: true, send } as const;
  await expect(forSeen({ ...wish, again: () => undefined })).rejects.toMatchObject({ name: "AtOdds" });
  const [waiting] = conflicts.get();
  expect(waiting?.deed).toBe("delete");
  expect(waiting?.fields(viewpoint)).toEqual([{ name: "Name", mine: "Errands", theirs: "Shopping" }]);
});

test("nobody is at odds with what they have done themselves", async () => {
  const seen = label("e", "Errands", 3);
  const sentFor: number[] = [];
  const send = async (version: number) => {
    sentFor.push(version);
    return { id: "e", version: version + 1 };
  };
  const wish = { title: "Errands", seen, send, again: () => undefined };
  await Promise.all([
    forSeen({ ...wish, mine: { name: "Chores" } }),
    forSeen({ ...wish, mine: { name: "Jobs" } }),
  ]);
  expect(sentFor).toEqual([3, 4]);
});

test("any other refusal is passed on", async () => {
  const refusal = new AppError("already_exists", "There is one of that name.");
  const wish = { title: "Errands", seen: label("f", "Errands", 3), mine: { name: "Chores" } };
  const sent = forSeen({ ...wish, send: () => Promise.reject(refusal), again: () => undefined });
  await expect(sent).rejects.toBe(refusal);
});
