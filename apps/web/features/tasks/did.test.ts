import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { didSentence } from "./did.ts";

const task = (id: string, name: string) => ({ entity: "task" as const, id, name });

test("a task that comes back is one task, although its next one was made along with it", () => {
  const changes = [task("a", "Water the plants"), task("b", "Water the plants")];
  expect(didSentence(t, "complete_task", changes)).toBe("Completed “Water the plants”");
});

test("tasks of one name are counted where each was meant", () => {
  const changes = [task("a", "Milk"), task("b", "Milk")];
  expect(didSentence(t, "delete_tasks", changes)).toBe("Deleted 2 tasks");
});
