/** What a person does with the places where they are told. */
import {
  AppError,
  type Channel,
  type InputOf,
  invalid,
  limits,
  notFound,
  sayUndelivered,
} from "@todo/contract";
import { v7 as uuid } from "uuid";
import { recordEvent } from "../access/audit.ts";
import { countAttempt, type Limit } from "../access/limits.ts";
import { findProfile } from "../access/queries.ts";
import type { Database, Reader } from "../db/database.ts";
import { type HandlerContext, implement } from "../operations/implement.ts";
import { type Expecting, requireVersion } from "../operations/versions.ts";
import { getTask } from "../tasks/find.ts";
import { wordsOf } from "../words/languages.ts";
import { aboutChannel, type Channels, EMAIL_NAME, joinedKeys } from "./channels.ts";
import { readPlace, writePlace } from "./delivery-place.ts";
import type { Outbound } from "./outbound.ts";
import { areDeviceKeys } from "./push.ts";
import {
  type ChannelRow,
  deleteChannel,
  findChannel,
  findChannels,
  findDeliveries,
  findSameChannel,
  holdSession,
  saveChannel,
  updateChannel,
} from "./queries.ts";
import type { Seal } from "./sealed.ts";
import { newWebhookSecret } from "./webhook.ts";

export interface ChannelOperations {
  channels: Channels;
  outbound: Pick<Outbound, "problemWith">;
  seal: Seal;
  database: Database;
}

const DEFAULT_PAGE = 50;
const TESTS: Limit = { attempts: 20, seconds: 600 };

export const channelOperations = ({ channels, outbound, seal, database }: ChannelOperations) => {
  /** Address and secret of a channel that is asked for. Throws `validation_failed`. */
  const detailsOf = (input: InputOf<"add_channel">): { name: string; address?: string; secret?: string } => {
    if (input.kind === "email") {
      if (!channels.sendsMail)
        throw invalid(
          "kind",
          "This server sends no e-mail. Whoever runs it can set SMTP_URL and MAIL_FROM.",
          { reason: "mail_off" },
        );
      return { name: input.name ?? EMAIL_NAME };
    }
    const field = input.kind === "push" ? "endpoint" : "url";
    const address = input[field];
    if (!address) throw invalid(field, `A channel of the kind ${input.kind} needs the field ${field}.`);
    const problem = outbound.problemWith(address);
    if (problem)
      throw invalid(field, sayUndelivered(problem), { reason: problem.name, params: problem.values });
    const name = input.name ?? new URL(address).hostname.slice(0, limits.channelName);
    if (input.kind === "webhook") return { name, address, secret: newWebhookSecret() };
    const keys = { p256dh: input.p256dh ?? "", auth: input.auth ?? "" };
    if (!areDeviceKeys(keys))
      throw invalid("p256dh", "Give p256dh and auth as the browser's subscription says them, in base64url.");
    return { name, address, secret: joinedKeys(keys) };
  };

  return implement({
    async list_channels(_input, { db, actor }) {
      const [rows, { email }, public_key] = await Promise.all([
        findChannels(db, actor),
        findProfile(db, actor.space_id),
        channels.publicKey(),
      ]);
      return {
        channels: rows.map(toChannel),
        push: { public_key },
        email: { available: channels.sendsMail, address: email },
      };
    },

    async add_channel(input, context) {
      const { db, actor, now } = context;
      const { secret, ...details } = detailsOf(input);
      const { space_id, user_id } = actor;
      const known = await findChannels(db, actor);
      const same = await findSameChannel(db, actor, { kind: input.kind, ...details });
      const isNew = !known.some(({ id }) => id === same);
      if (isNew && known.length >= limits.channels)
        throw new AppError(
          "conflict",
          `You have ${known.length} channels, which is the most. Remove one first.`,
          { reason: "too_many_channels", params: { most: limits.channels } },
        );
      const session_id = input.kind === "push" ? actor.session_id : undefined;
      if (session_id !== undefined && !(await holdSession(db, session_id)))
        throw new AppError("unauthenticated", "This session has ended. Sign in again.");
      const id = same ?? uuid();
      const sealed = secret === undefined ? {} : { secret: seal.seal(secret, aboutChannel(id)) };
      // The sender may have made the one of the e-mail address meanwhile.
      const saved = await saveChannel(db, {
        space_id,
        user_id,
        id,
        kind: input.kind,
        ...details,
        ...(input.name !== undefined && { rename: input.name }),
        ...sealed,
        ...(session_id !== undefined && { session_id }),
        created_at: now(),
      });
      if (isNew)
        await note(context, "channel_added", { channel_id: saved, kind: input.kind, name: details.name });
      const channel = toChannel(await getChannel(db, context, saved));
      return input.kind === "webhook" && secret ? { ...channel, secret } : channel;
    },

    async update_channel(input, context) {
      const { channel_id, version: _, ...fields } = input;
      await getExpectedChannel(context, input);
      await updateChannel(context.db, context.actor, channel_id, fields);
      return toChannel(await getChannel(context.db, context, channel_id));
    },

    async test_channel({ channel_id }, context) {
      const { actor } = context;
      const channel = await getChannel(database, context, channel_id);
      await countAttempt(database, `test-channel:${actor.user_id}`, TESTS);
      const { language } = await findProfile(database, actor.space_id);
      const { testTitle: title, testBody: body } = wordsOf(language).mail;
      const { space_id, user_id } = actor;
      const id = uuid();
      const about = { id, space_id, user_id, kind: "test", late: false, task: null, language } as const;
      const { status, error = null } = await channels.test(channel, {
        ...about,
        title,
        body,
        url: "/settings",
      });
      return { id, status, error };
    },

    async confirm_channel({ channel_id }, context) {
      await getChannel(context.db, context, channel_id);
      await updateChannel(context.db, context.actor, channel_id, { confirmed_at: context.now() });
      return toChannel(await getChannel(context.db, context, channel_id));
    },

    async remove_channel(input, context) {
      const { channel_id } = input;
      const { kind, name } = await getExpectedChannel(context, input);
      if (kind === "email") await updateChannel(context.db, context.actor, channel_id, { enabled: false });
      else await deleteChannel(context.db, context.actor, channel_id);
      await note(context, "channel_removed", { channel_id, kind, name });
      return { id: channel_id, removed: true as const };
    },

    async list_deliveries({ task_id, limit = DEFAULT_PAGE, cursor }, context) {
      const task = task_id === undefined ? undefined : await getTask(context, task_id);
      const before = cursor === undefined ? undefined : readPlace(cursor);
      const found = await findDeliveries(context.db, context.actor.space_id, {
        task_id: task?.id,
        before,
        limit: limit + 1,
      });
      const deliveries = found.slice(0, limit);
      const last = found.length > limit ? deliveries.at(-1) : undefined;
      return { deliveries, next_cursor: last ? writePlace(last) : null };
    },
  });
};

async function getChannel(db: Reader, { actor }: HandlerContext, id: string): Promise<ChannelRow> {
  const channel = await findChannel(db, actor, id);
  if (!channel) throw notFound("channel", id);
  return channel;
}

async function getExpectedChannel(
  context: HandlerContext,
  input: Expecting & { channel_id: string },
): Promise<ChannelRow> {
  const channel = await getChannel(context.db, context, input.channel_id);
  await requireVersion(channel, input, context, async () => ({
    kind: "channel",
    current: toChannel(channel),
  }));
  return channel;
}

const toChannel = ({ secret: _, ...channel }: ChannelRow): Channel => channel;

const note = (
  { db, actor, now, caller }: HandlerContext,
  event: "channel_added" | "channel_removed",
  details: Record<string, string>,
) => recordEvent(db, actor.user_id, { event, at: now(), caller: caller?.(), details });
