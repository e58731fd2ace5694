/** Conversations with the assistant, and the approvals it waits for. */
import { z } from "zod";
import { Id, Instant, line, Undo, Version } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";

export const Conversation = z.object({
  id: Id,
  title: z.string(),
  created_at: Instant,
  updated_at: Instant,
  version: z.int(),
});
export type Conversation = z.infer<typeof Conversation>;

export const ToolCall = z.object({
  id: z.string(),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  output: z.unknown().describe("The operation's answer, or a problem when it failed"),
  status: z.enum(["running", "succeeded", "failed", "waiting", "rejected"]),
});
export type ToolCall = z.infer<typeof ToolCall>;

export const ApprovalTarget = z.object({ id: z.string(), number: z.int().nullable(), title: z.string() });

export const Approval = z.object({
  id: Id,
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  summary: z.string().describe("What would happen, in words"),
  targets: z.array(ApprovalTarget).describe("Everything it would touch"),
  status: z.enum(["pending", "approved", "rejected"]),
  surface: z.string(),
  conversation_id: Id.nullable(),
  run_id: Id.nullable(),
  created_at: Instant,
});
export type Approval = z.infer<typeof Approval>;

export const Message = z.object({
  id: Id,
  role: z.enum(["user", "assistant"]),
  text: z.string(),
  run_id: Id.nullable(),
  status: z.enum(["complete", "running", "waiting", "failed", "cancelled"]),
  failure: z
    .object({ code: z.string(), message: z.string() })
    .optional()
    .describe("Of an answer that failed: why. It is the text, too, where nothing else was said"),
  tool_calls: z.array(ToolCall),
  approvals: z.array(Approval),
  created_at: Instant,
});
export type Message = z.infer<typeof Message>;

const OneConversation = z.strictObject({ conversation_id: Id });

export const conversations = {
  list_conversations: operation({
    summary: "Show or search the conversations",
    effect: "read",
    input: z.strictObject({
      search: line(limits.search).optional().describe("Words in the title or in what was said"),
      limit: z.int().min(1).max(limits.page).optional().describe("Default 50"),
      cursor: z.string().max(500).optional(),
    }),
    output: z.object({ conversations: z.array(Conversation), next_cursor: z.string().nullable() }),
  }),
  get_conversation: operation({
    summary: "Get a conversation with its messages",
    effect: "read",
    input: OneConversation.extend({
      last: z
        .int()
        .min(1)
        .max(limits.messages)
        .optional()
        .describe(
          "So many of the latest messages, and all since an answer that isn't done. Left out: all there are",
        ),
    }),
    output: Conversation.extend({
      messages: z.array(Message),
      earlier: z.int().describe("How many messages came before these"),
      open_runs: z
        .array(z.object({ run_id: Id, status: z.enum(["running", "waiting"]), last_event: z.int() }))
        .describe("Answers that are being written or wait for a yes: their events can be followed"),
    }),
  }),
  rename_conversation: operation({
    summary: "Rename a conversation",
    effect: "write",
    input: OneConversation.extend({ title: line(200), version: Version.optional() }),
    output: Conversation.extend({ undo: Undo }),
  }),
  delete_conversation: operation({
    summary: "Delete a conversation",
    effect: "destroy",
    input: OneConversation.extend({ version: Version.optional() }),
    output: Conversation.extend({ undo: Undo }),
  }),
};

export const approvals = {
  list_approvals: operation({
    summary: "Show what waits for a yes",
    effect: "read",
    input: z.strictObject({}),
    output: z.object({
      approvals: z
        .array(Approval)
        .describe(`The ${limits.page} that have waited longest; others follow as these are answered`),
    }),
  }),
};
