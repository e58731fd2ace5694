/** Who may come in as this person: sessions, connected clients, and what was noted of them. */
import { Id, invalid, notFound } from "@todo/contract";
import { type HandlerContext, implement } from "../operations/implement.ts";
import { findEvents, recordEvent } from "./audit.ts";
import { endConnection, findConnections } from "./connections.ts";
import type { Revocations } from "./revocations.ts";
import { deleteSessions, findSessions } from "./sessions.ts";

export interface AccountOperations {
  revocations: Pick<Revocations, "changed">;
}

const DEFAULT_PAGE = 50;

export const accountOperations = ({ revocations }: AccountOperations) =>
  implement({
    async list_sessions(_input, { db, actor }) {
      const rows = await findSessions(db, actor.user_id);
      return { sessions: rows.map((row) => ({ ...row, current: row.id === actor.session_id })) };
    },

    async revoke_session({ session_id }, context) {
      const ended = await deleteSessions(context.db, context.actor.user_id, { id: session_id });
      if (ended.length === 0) throw notFound("session", session_id);
      context.afterwards(revocations.changed);
      await note(context, "session_revoked", { session_id });
      return { id: session_id, revoked: true as const };
    },

    async revoke_other_sessions(_input, context) {
      const { user_id, session_id } = context.actor;
      const ended = await deleteSessions(context.db, user_id, { but: session_id });
      context.afterwards(revocations.changed);
      for (const one of ended) await note(context, "session_revoked", { session_id: one });
      return { revoked: ended.length };
    },

    async list_connections(_input, { db, actor }) {
      return { connections: await findConnections(db, actor.user_id) };
    },

    async revoke_connection({ connection_id }, context) {
      const name = await endConnection(context.db, context.actor.user_id, connection_id);
      if (name === undefined) throw notFound("connection", connection_id);
      await note(context, "client_revoked", { connection_id, name });
      return { id: connection_id, revoked: true as const };
    },

    async list_audit_events({ limit = DEFAULT_PAGE, cursor }, { db, actor }) {
      if (cursor !== undefined && !Id.safeParse(cursor).success)
        throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
      const found = await findEvents(db, actor.user_id, { before: cursor, limit: limit + 1 });
      const events = found.slice(0, limit);
      return { events, next_cursor: found.length > limit ? (events.at(-1)?.id ?? null) : null };
    },
  });

const note = (
  { db, actor, now, caller }: HandlerContext,
  event: "session_revoked" | "client_revoked",
  details: Record<string, string>,
) => recordEvent(db, actor.user_id, { event, at: now(), caller: caller?.(), details });
