import { expect, onTestFinished, test } from "vitest";
import { createWire } from "../../../../faults/wire.ts";
import { type ScriptedReply, scriptedModel } from "../../../api/src/testing/scripted-model.ts";
import { resultOf } from "../testing/run-cli.ts";
import { openServer, signUp } from "../testing/server.ts";

/** A machine that is busy takes its time, and a server that is away is waited for. */
const patience = { timeout: 120_000 };

/** An answer that has added milk and thinks on, over a connection that can be cut. */
async function halfAnAnswer() {
  const thinking = Promise.withResolvers<ScriptedReply>();
  const script = [[{ name: "add_task", arguments: { title: "milk" } }], () => thinking.promise];
  const server = await openServer({ modelOverride: () => scriptedModel(script) });
  const { hostname, port } = new URL(server.url);
  const wire = await createWire({ host: hostname, port: Number(port) });
  onTestFinished(() => wire.close());
  const { start, todo } = await signUp({ ...server, url: `http://127.0.0.1:${wire.port}` });
  const child = start(["chat", "milk"]);
  const result = resultOf(child);
  await new Promise<void>((seen) => {
    child.stdout.on("data", (text: string) => text.includes("✓") && seen());
  });
  return { wire, result, todo, think: thinking.resolve };
}

test("an answer whose connection is cut is shown whole, and once", patience, async () => {
  const { wire, result, think } = await halfAnAnswer();
  wire.cut();
  think("Added milk.");
  expect(await result).toEqual({ code: 0, stdout: "  ✓ add task: milk\nAdded milk.\n", stderr: "" });
});

test(
  "an answer that can't be heard any more says which command shows it, and it does",
  patience,
  async () => {
    const { wire, result, todo, think } = await halfAnAnswer();
    wire.refuse(true);
    const { code, stderr } = await result;
    wire.refuse(false);
    think("Added milk.");

    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(
        /trying to go on…\n✗ The answer was cut off\. .*`todo get-conversation \S+`[^`]*\n$/,
      ),
    });
    const [, command] = /`todo ([^`]+)`/.exec(stderr)!;
    await expect.poll(async () => (await todo(command!.split(" "))).stdout).toContain("Added milk.");
  },
);
