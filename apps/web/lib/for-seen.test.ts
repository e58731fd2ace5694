import { AppError } from "@todo/contract/errors";
import type { Label } from "@todo/contract/lists";
import { expect, test } from "vitest";
import { forSeen } from "./for-seen.ts";

const seen = { name: "Errands", open_tasks: 0, version: 3 };

/** Refuses every version but that of `current`. */
function server(current: Label) {
  const asked: number[] = [];
  const send = async (version: number) => {
    asked.push(version);
    if (version === current.version) return "renamed";
    throw new AppError("version_conflict", "It was changed meanwhile.", {
      conflict: { kind: "label", current, based_on: version, sent: {}, changes: [] },
    });
  };
  return { asked, send };
}

const label = (name: string, version: number): Label => ({
  id: "l1",
  name,
  open_tasks: 0,
  deleted_at: null,
  created_at: "2026-01-05T09:00:00.000Z",
  updated_at: "2026-01-05T09:00:00.000Z",
  version,
});

test("a name that others gave meanwhile is not gone over", async () => {
  const { asked, send } = server(label("Shopping", 4));
  await expect(forSeen(seen, ["name"], send)).rejects.toMatchObject({ code: "version_conflict" });
  expect(asked).toEqual([3]);
});

test("where others changed something else, the new name is given to their version", async () => {
  const { asked, send } = server(label("Errands", 5));
  expect(await forSeen(seen, ["name"], send)).toBe("renamed");
  expect(asked).toEqual([3, 5]);
});

test("any other refusal is passed on", async () => {
  const refusal = new AppError("already_exists", "There is one of that name.");
  await expect(forSeen(seen, ["name"], () => Promise.reject(refusal))).rejects.toBe(refusal);
});
