/** The handlers of conversations. Talking itself is a stream and lives in assistant/. */
import { type Conversation, Id, invalid, type Message, notFound } from "@todo/contract";
import { type ConversationRow, changed } from "../operations/entities.ts";
import { type HandlerContext, implement } from "../operations/implement.ts";
import { type Expecting, requireVersion } from "../operations/versions.ts";
import {
  type ConversationCursor,
  findApprovalsOf,
  findConversation,
  findConversations,
  findMessages,
  findOpenRuns,
  findToolCalls,
  type MessageRow,
} from "./queries.ts";

const DEFAULT_LIMIT = 50;

type OneConversation = Expecting & { conversation_id: string };

const target = async (input: OneConversation, context: HandlerContext) => {
  const { id, title } = await getExpectedConversation(context, input);
  return [{ id, number: null, title }];
};

export const conversationOperations = implement({
  async list_conversations({ search, limit = DEFAULT_LIMIT, cursor }, { db, actor }) {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await findConversations(db, actor.space_id, {
      words: search?.split(/\s+/u) ?? [],
      after,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      conversations: page.map(toConversation),
      next_cursor: last ? `${last.updated_at}_${last.id}` : null,
    };
  },

  async get_conversation({ conversation_id, last }, context) {
    const { db, actor } = context;
    const conversation = await getConversation(context, conversation_id);
    const [messages, open_runs] = await Promise.all([
      findMessages(db, actor.space_id, conversation.id, last),
      findOpenRuns(db, actor.space_id, conversation.id),
    ]);
    const runs = [...new Set(messages.flatMap(({ run_id }) => run_id ?? []))];
    const [calls, approvals] = await Promise.all([
      findToolCalls(db, actor.space_id, runs),
      findApprovalsOf(db, actor.space_id, runs),
    ]);
    return {
      ...toConversation(conversation),
      messages: messages.map((message) => ({
        ...toMessage(message),
        tool_calls: ofRun(message, calls).map(({ id, tool, input, output, status }) => ({
          id,
          tool,
          input,
          output,
          status,
        })),
        approvals: ofRun(message, approvals),
      })),
      earlier: (messages[0]?.of ?? 0) - messages.length,
      open_runs,
    };
  },

  rename_conversation: {
    targets: target,
    run: (input, context) => change(input, { title: input.title }, context),
  },

  delete_conversation: {
    targets: target,
    run: (input, context) => change(input, { deleted_at: context.now().toISOString() }, context),
  },
});

async function getConversation({ db, actor }: HandlerContext, id: string): Promise<ConversationRow> {
  const conversation = await findConversation(db, actor.space_id, id);
  if (!conversation) throw notFound("conversation", id);
  return conversation;
}

async function getExpectedConversation(
  context: HandlerContext,
  input: OneConversation,
): Promise<ConversationRow> {
  const row = await getConversation(context, input.conversation_id);
  await requireVersion(row, input, context, async () => ({
    kind: "conversation",
    current: toConversation(row),
  }));
  return row;
}

async function change(input: OneConversation, patch: Partial<ConversationRow>, context: HandlerContext) {
  const row = await getExpectedConversation(context, input);
  const [found] = changed("conversation", row, patch, context.now());
  if (found) await context.record([found]);
  return toConversation((found?.after as ConversationRow | undefined) ?? row);
}

function readCursor(cursor: string): ConversationCursor {
  const [updated_at = "", id = ""] = cursor.split("_");
  if (Id.safeParse(id).success && !Number.isNaN(Date.parse(updated_at))) return { updated_at, id };
  throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
}

/** What a run did is shown with its answer, not with the question that began it. */
const ofRun = <Of extends { run_id: string | null }>({ role, run_id }: MessageRow, all: Of[]) =>
  role === "assistant" && run_id ? all.filter((one) => one.run_id === run_id) : [];

const toConversation = ({ id, title, created_at, updated_at, version }: ConversationRow): Conversation => ({
  id,
  title,
  created_at,
  updated_at,
  version,
});

const toMessage = ({
  id,
  role,
  text,
  run_id,
  run_status,
  failure,
  created_at,
}: MessageRow): Omit<Message, "tool_calls" | "approvals"> => ({
  id,
  role,
  text,
  run_id,
  status: role === "user" || run_status === "completed" || run_status === null ? "complete" : run_status,
  ...(role === "assistant" && failure && { failure }),
  created_at,
});
