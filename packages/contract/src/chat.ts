/**
 * The chat turn: what is sent, what streams while the assistant answers, and
 * the answer as a whole. Streams are not operations, so their routes are
 * written by hand: `POST /api/chat`, `POST /api/approvals/{id}`,
 * `GET /api/runs/{id}/events`, `POST /api/runs/{id}/cancel`,
 * `POST /api/runs/{id}/retry`, `GET /api/live`.
 */
import { z } from "zod";
import { Approval, ToolCall } from "./conversations.ts";
import { Id, Instant, TimeZone, text } from "./fields.ts";
import { limits } from "./limits.ts";

export const ChatRequest = z.strictObject({
  conversation_id: Id.optional().describe("Left out: a new conversation"),
  message: text(limits.message).refine((value) => value.trim() !== "", { error: "Say something." }),
  time_zone: TimeZone.optional().describe("Holds for this turn"),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

export const ApprovalDecision = z.strictObject({
  decision: z.enum(["approve", "reject"]),
  only: z
    .array(z.string().max(64))
    .max(limits.changedAtOnce)
    .optional()
    .describe("Ids of the tasks to do it to; left out: all of them"),
});
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;

export const ChatAnswer = z.object({
  conversation_id: Id.nullable().describe("null: an MCP client's call was approved"),
  run_id: Id.nullable(),
  response: z.string(),
  tool_calls: z.array(ToolCall),
  approvals: z.array(Approval),
});
export type ChatAnswer = z.infer<typeof ChatAnswer>;

/** Each is stored before it is sent, with a number as its id: 1, 2, 3 … within the run. */
export const ChatEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("run_started"),
    run_id: Id,
    conversation_id: Id,
    message_id: Id,
    model: z.string(),
  }),
  z.object({ type: z.literal("text_delta"), text: z.string() }),
  z.object({
    type: z.literal("text_reset"),
    text: z.string().describe("What stands of the words so far; the rest is said anew"),
  }),
  z.object({ type: z.literal("tool_started"), call: ToolCall }),
  z.object({ type: z.literal("tool_finished"), call: ToolCall }),
  z.object({ type: z.literal("approval_needed"), approval: Approval }),
  z.object({ type: z.literal("finished"), answer: ChatAnswer }),
  z.object({ type: z.literal("cancelled"), answer: ChatAnswer }),
  z.object({ type: z.literal("failed"), code: z.string(), message: z.string() }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;

/** An event with its number, after which a reader goes on that lost the stream. */
export type SentEvent = ChatEvent & { seq: number };

/** What `GET /api/live` sends: which things changed. The receiver reads them anew. */
export const LiveEvent = z.object({
  seq: z.int(),
  group: Id,
  operation: z.string(),
  entity: z.string(),
  id: Id,
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/** What `GET /api/live` sends as `event: notice`, to every open window once: the person is told of a task, or of the day. */
export const LiveNotice = z.object({
  id: Id.describe("The same when it comes again after a break"),
  kind: z.enum(["reminder", "digest"]),
  late: z.boolean().describe("It fell due while nothing could be sent"),
  sent_at: Instant,
  task: z.object({ id: Id, number: z.int(), title: z.string() }).nullable(),
});
export type LiveNotice = z.infer<typeof LiveNotice>;
