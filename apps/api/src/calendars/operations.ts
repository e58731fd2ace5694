/** Feeds: made, shown and revoked by the person alone. What was imported is tasks like any others. */
import { createHash, randomBytes } from "node:crypto";
import { AppError, notFound } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { recordEvent } from "../access/audit.ts";
import { findList } from "../lists/queries.ts";
import { type HandlerContext, implement } from "../operations/implement.ts";
import { importCalendar } from "./import.ts";
import { deleteFeed, findFeeds, insertFeed } from "./queries.ts";

const MOST_FEEDS = 50;
const TOKEN_BYTES = 32;

/** What is stored of a feed's token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

export const calendarOperations = ({ publicUrl }: { publicUrl: string }) =>
  implement({
    async create_feed({ kind, name, list: listName }, context) {
      const { db, actor, now } = context;
      const list = listName === undefined ? undefined : await findList(db, actor.space_id, listName);
      if (listName !== undefined && !list) throw notFound("list", listName);
      if ((await findFeeds(db, actor.space_id, actor.user_id)).length >= MOST_FEEDS)
        throw new AppError("conflict", `There are ${MOST_FEEDS} feeds already. Revoke one first.`, {
          reason: "too_many_feeds",
          params: { most: MOST_FEEDS },
        });
      const token = randomBytes(TOKEN_BYTES).toString("hex");
      const feed = {
        id: uuid(),
        name: name ?? list?.name ?? "Todo",
        kind,
        created_at: now().toISOString(),
      };
      await insertFeed(db, actor.space_id, {
        ...feed,
        user_id: actor.user_id,
        list_id: list?.id ?? null,
        token_hash: hashOf(token),
      });
      await note(context, "feed_made", { feed_id: feed.id, name: feed.name });
      const url = `${publicUrl}/api/calendar/${token}.ics`;
      return {
        ...feed,
        list: list ? { id: list.id, name: list.name } : null,
        last_read_at: null,
        url,
        webcal_url: url.replace(/^https?:/, "webcal:"),
      };
    },

    async list_feeds(_input, { db, actor }) {
      return { feeds: await findFeeds(db, actor.space_id, actor.user_id) };
    },

    async revoke_feed({ feed_id }, context) {
      const { db, actor } = context;
      const name = await deleteFeed(db, actor.space_id, actor.user_id, feed_id);
      if (name === undefined)
        throw new AppError("not_found", "There is no such feed.", { params: { kind: "feed", id: feed_id } });
      await note(context, "feed_revoked", { feed_id, name });
      return { id: feed_id, revoked: true as const };
    },

    import_calendar: importCalendar,
  });

const note = (
  { db, actor, now, caller }: HandlerContext,
  event: "feed_made" | "feed_revoked",
  details: Record<string, string>,
) => recordEvent(db, actor.user_id, { event, at: now(), caller: caller?.(), details });
