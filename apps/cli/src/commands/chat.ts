/** `todo chat ["message"]`: talks to the assistant, once or in a conversation. What is piped in is one message. */
import type { ChatRequest } from "@todo/contract";
import { defineCommand } from "citty";
import { pendingIn } from "../chat/approvals.ts";
import { converse } from "../chat/loop.ts";
import { talk } from "../chat/talk.ts";
import { exitCodes, UsageError } from "../failures.ts";
import { isInteractive, printJson } from "../output/terminal.ts";
import { readStdin } from "../questions.ts";
import { openSession } from "../session.ts";

export const chatCommand = defineCommand({
  meta: {
    name: "chat",
    description: "Talk to the assistant: todo chat add milk and move my morning meetings to 2 pm",
  },
  args: {
    MESSAGE: {
      type: "positional",
      required: false,
      description: "Left out: a conversation, or what is piped in",
    },
    conversation: { type: "string", description: "Go on with this conversation", valueHint: "id" },
    json: { type: "boolean", description: "Print the answer as JSON, when it is complete" },
  },
  async run({ args }) {
    const { client } = await openSession();
    const message = args._.join(" ").trim() || (process.stdin.isTTY ? "" : (await readStdin()).trim());
    if (message === "" && isInteractive() && !args.json) return converse(client, args.conversation);
    if (message === "") throw new UsageError('Say something: `todo chat "what is due today?"`.');

    const request: ChatRequest = {
      message,
      ...(args.conversation !== undefined && { conversation_id: args.conversation }),
    };
    if (!args.json) return void (await talk(client, request));
    const answer = await client.chat(request);
    if (pendingIn(answer.approvals).length > 0) process.exitCode = exitCodes.refused;
    printJson(answer);
  },
});
