/** A long conversation is read from its end. */
import { beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld({ lasts: "file" });
});

async function conversationOf(person: string, ...sentences: string[]) {
  const ada = await world.as(person);
  let conversation_id: string | undefined;
  for (const message of sentences) {
    const answer = await ada.chat({ message, ...(conversation_id && { conversation_id }) });
    conversation_id = answer.conversation_id!;
  }
  return { ada, conversation_id: conversation_id! };
}

test("its latest messages come with what was done for them, and how many came before", async () => {
  const { ada, conversation_id } = await conversationOf("reader", "add milk", "add eggs", "add bread");

  const { messages, earlier } = await ada.get_conversation({ conversation_id, last: 2 });

  expect(messages.map(({ text, tool_calls }) => [text, tool_calls.map(({ tool }) => tool)])).toEqual([
    ["add bread", []],
    ["Added bread.", ["add_task"]],
  ]);
  expect(earlier).toBe(4);
});

test("nothing came before all of them", async () => {
  const { ada, conversation_id } = await conversationOf("whole", "add milk");
  for (const last of [undefined, 2, 3])
    expect(await ada.get_conversation({ conversation_id, ...(last && { last }) })).toMatchObject({
      messages: { length: 2 },
      earlier: 0,
    });
});

test("an answer that waits for a yes is among them, however much was said since", async () => {
  const { ada, conversation_id } = await conversationOf("waiting", "add milk", "delete milk", "add eggs");

  const { messages, earlier } = await ada.get_conversation({ conversation_id, last: 1 });

  expect(messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
    "user complete",
    "assistant waiting",
    "user complete",
    "assistant complete",
  ]);
  expect(messages[1]!.approvals).toHaveLength(1);
  expect(earlier).toBe(2);
});
