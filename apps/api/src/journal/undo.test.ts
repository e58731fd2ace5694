import { type NamedOperation, type OperationName, operations } from "@todo/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sendOperation } from "../testing/rest.ts";
import { examples, giveThings, rowsOf } from "../testing/things.ts";
import { createWorld, type Person } from "../testing/world.ts";

const undoableWrites = operations.filter(
  ({ name, effect, undoable = true }) => effect !== "read" && undoable && name !== "undo" && name !== "redo",
);

/** Answers the group, or nothing when it was refused. */
async function send(person: Person, operation: NamedOperation, input: object): Promise<string | undefined> {
  const answer: { undo?: string } = await (await sendOperation(person, operation, input)).json();
  return answer.undo;
}

const operationNamed = (name: OperationName) => operations.find((operation) => operation.name === name)!;

describe("every undoable write", () => {
  test.each(undoableWrites)(
    "$name, undone, leaves the rows as they were; redone, as it left them",
    async (operation) => {
      const { name } = operation;
      const world = await createWorld();
      const ada = await world.as("ada");
      const things = await giveThings(world, ada);
      const before = await rowsOf(world, ada.id);

      const undo = await send(ada, operation, examples[name](things));
      const after = await rowsOf(world, ada.id);
      if (name === "unarchive_list") return expect(after).toEqual(before);
      expect(after).not.toEqual(before);

      const undone = await ada.undo({ undo: undo! });
      expect(undone.operation).toBe(name);
      expect(await rowsOf(world, ada.id)).toEqual(before);

      await ada.redo({ undo: undone.undo });
      expect(await rowsOf(world, ada.id)).toEqual(after);
    },
  );
});

test("any row of changes, undone one by one from the last, leads back; redone, forth again", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const numbers = [1, 2, 3, 4];
  for (const number of numbers) await ada.add_task({ title: `task ${number}` });
  const task = fc.constantFrom(...numbers);
  const list = fc.constantFrom("Home", "Work", "Inbox");
  const step: fc.Arbitrary<[OperationName, object]> = fc.oneof(
    fc
      .record({ title: fc.constantFrom("a", "b"), list, labels: fc.subarray(["x", "y"]) })
      .map((input) => ["add_task", input] as const),
    fc
      .record({ task_id: task, list, priority: fc.constantFrom("low", "high") })
      .map((input) => ["update_task", input] as const),
    fc.record({ task_id: task }).map((input) => ["complete_task", input] as const),
    fc.record({ task_id: task }).map((input) => ["reopen_task", input] as const),
    fc.record({ task_id: task }).map((input) => ["delete_task", input] as const),
    fc.record({ task_id: task }).map((input) => ["restore_task", input] as const),
    fc
      .record({
        task_ids: fc.subarray(numbers, { minLength: 1 }),
        due_on: fc.constantFrom("2026-01-01", "2026-02-02"),
      })
      .map((input) => ["reschedule_tasks", input] as const),
    list.map((list_id) => ["delete_list", { list_id }] as const),
    fc.constantFrom("x", "y").map((label_id) => ["delete_label", { label_id }] as const),
  ) as fc.Arbitrary<[OperationName, object]>;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const states = [await rowsOf(world, ada.id)];
      for (const [name, input] of steps) {
        // Refused steps are part of the row: they must leave nothing behind.
        await send(ada, operationNamed(name), input);
        const state = await rowsOf(world, ada.id);
        if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state);
      }
      for (const state of states.slice(0, -1).reverse()) {
        await ada.undo();
        expect(await rowsOf(world, ada.id)).toEqual(state);
      }
      for (const state of states.slice(1)) {
        await ada.redo();
        expect(await rowsOf(world, ada.id)).toEqual(state);
      }
    }),
    { numRuns: 25 },
  );
});

describe("undo", () => {
  test("without an id takes back the latest change that stands", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    await ada.complete_task({ task_id: 1 });

    expect((await ada.undo()).operation).toBe("complete_task");
    expect((await ada.undo()).operation).toBe("add_task");
    await expect(ada.undo()).rejects.toMatchObject({ code: "nothing_to_undo" });
    expect((await ada.redo()).operation).toBe("add_task");
    expect((await ada.redo()).operation).toBe("complete_task");
    await expect(ada.redo()).rejects.toMatchObject({ code: "nothing_to_redo" });
  });

  test("can be undone and redone again and again", async () => {
    const ada = await (await createWorld()).as("ada");
    const { undo } = await ada.add_task({ title: "milk" });
    for (let round = 0; round < 3; round++) {
      await ada.undo({ undo });
      expect((await ada.list_tasks()).tasks).toEqual([]);
      await ada.redo();
      expect((await ada.list_tasks()).tasks).toMatchObject([{ number: 1, title: "milk" }]);
    }
  });

  test("doesn't take the same change back twice", async () => {
    const ada = await (await createWorld()).as("ada");
    const { undo } = await ada.add_task({ title: "milk" });
    await ada.undo({ undo });
    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "nothing_to_undo" });
  });

  test("says so when it would overwrite a later change, and changes nothing", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await ada.add_task({ title: "milk" });
    const { undo } = await ada.update_task({ task_id: 1, title: "oat milk" });
    await ada.update_task({ task_id: 1, title: "rice milk" });
    const before = await rowsOf(world, ada.id);

    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });

  test("leaves later changes of other fields alone", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    const { undo } = await ada.update_task({ task_id: 1, title: "oat milk" });
    await ada.update_task({ task_id: 1, priority: "high" });
    await ada.undo({ undo });
    expect(await ada.get_task({ task_id: 1 })).toMatchObject({ title: "milk", priority: "high" });
  });

  test("of adding a task refuses while another hangs on it", async () => {
    const ada = await (await createWorld()).as("ada");
    const { undo } = await ada.add_task({ title: "house" });
    await ada.add_task({ title: "roof", parent: 1 });
    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
  });

  test("of adding a task refuses when it was moved since", async () => {
    const ada = await (await createWorld()).as("ada");
    const { undo } = await ada.add_task({ title: "a" });
    await ada.add_task({ title: "b" });
    await ada.update_task({ task_id: 1, after: 2 });
    await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
  });

  test("leaves the profile alone unless it is named", async () => {
    const ada = await (await createWorld()).as("ada");
    const { undo } = await ada.update_profile({ time_zone: "Asia/Karachi" });
    await expect(ada.undo()).rejects.toMatchObject({ code: "nothing_to_undo" });
    await ada.undo({ undo });
    expect(await ada.get_profile()).toMatchObject({ time_zone: "UTC" });
  });
});

describe("history", () => {
  test("tells what was changed, latest first, by pages", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    await ada.update_task({ task_id: 1, title: "oat milk" });
    await ada.add_task({ title: "eggs" });

    const first = await ada.history({ limit: 2 });
    expect(first.entries.map(({ operation }) => operation)).toEqual(["add_task", "update_task"]);
    expect(first.entries[1]!.change).toMatchObject({
      before: { title: "milk" },
      after: { title: "oat milk" },
    });
    const second = await ada.history({ limit: 2, cursor: first.next_cursor! });
    expect(second.entries.map(({ operation }) => operation)).toEqual(["add_task"]);
    expect(second.next_cursor).toBeNull();
  });

  test("of one task tells that task's alone", async () => {
    const ada: Person = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    await ada.add_task({ title: "eggs" });
    const { entries } = await ada.history({ task_id: 2 });
    expect(entries.map(({ change }) => change.name)).toEqual(["eggs"]);
  });

  test("of a group tells what became of it too, and nothing else", async () => {
    const ada = await (await createWorld()).as("ada");
    const { undo: group } = await ada.add_task({ title: "milk" });
    await ada.add_task({ title: "eggs" });
    const { undo: taken } = await ada.undo({ undo: group });
    const { undo: again } = await ada.redo({ undo: taken });
    const { undo: takenAgain } = await ada.undo({ undo: again });
    const { entries } = await ada.history({ undo: [group] });
    expect(entries.map(({ undo, undoes }) => [undo, undoes])).toEqual([
      [takenAgain, group],
      [again, taken],
      [taken, group],
      [group, null],
    ]);
  });

  test("of groups of somebody else tells nothing", async () => {
    const world = await createWorld();
    const { undo } = await (await world.as("ada")).add_task({ title: "milk" });
    expect((await (await world.as("bob")).history({ undo: [undo] })).entries).toEqual([]);
  });
});
