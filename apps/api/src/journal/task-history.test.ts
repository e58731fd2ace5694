import { happened } from "@todo/contract";
import { expect, test } from "vitest";
import { callTool } from "../testing/mcp.ts";
import { processes, withBrowser } from "../testing/notices.ts";
import type { Person } from "../testing/world.ts";

const SHORTLY_AFTER_10 = "2026-01-05T10:00:01.000Z";
const AT_11 = "2026-01-05T11:00:00.000Z";

/** Ada's task was added at nine, she was reminded of it at ten, in a window and a browser, and renamed it at eleven. */
async function reminded() {
  const [world] = await processes({});
  const { ada, browser } = await withBrowser(world);
  world.setNow(SHORTLY_AFTER_10);
  await world.app.notices.look();
  expect(browser.messages).toHaveLength(1);
  world.setNow(AT_11);
  await ada.update_task({ task_id: 1, title: "call again" });
  return ada;
}

const lines = ({ entries, deliveries }: Awaited<ReturnType<Person["history"]>>) =>
  happened(entries, deliveries).map(({ entry, delivery }) =>
    entry ? entry.operation : `${delivery.status} by ${delivery.channel_kind}`,
  );

test("a task's history tells what was sent of its reminders, until when they were taken away", async () => {
  const ada = await reminded();
  await ada.update_task({ task_id: 1, reminders: [] });
  const history = await ada.history({ task_id: 1 });
  expect(
    history.deliveries.map(({ kind, channel_kind, status }) => [kind, channel_kind, status]).sort(),
  ).toEqual([
    ["reminder", "page", "sent"],
    ["reminder", "push", "sent"],
  ]);
  expect(history.next_cursor).toBeNull();
});

test("MCP tells it as well", async () => {
  const ada = await reminded();
  const { structuredContent } = await callTool(ada, "history", { task_id: 1 });
  expect(structuredContent).toEqual(await ada.history({ task_id: 1 }));
});

test("pages of changes and of what was sent go by time together, each once", async () => {
  const ada = await reminded();
  const whole = await ada.history({ task_id: 1 });
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await ada.history({ task_id: 1, limit: 1, ...(cursor !== undefined && { cursor }) });
    expect(page.entries.length + page.deliveries.length).toBe(1);
    found.push(...lines(page));
    cursor = page.next_cursor;
  }
  expect(found).toEqual(lines(whole));
  expect(found).toHaveLength(4);
});

test("what was sent is never what an undo takes back", async () => {
  const ada = await reminded();
  const latest = await ada.undo();
  const first = await ada.undo();
  expect([latest.operation, first.operation]).toEqual(["update_task", "add_task"]);
});

test.each(["nonsense", "0", "~", "~nonsense", "5~"])("the cursor “%s” is refused", async (cursor) => {
  const ada = await reminded();
  await expect(ada.history({ task_id: 1, cursor })).rejects.toMatchObject({ code: "validation_failed" });
});
