/** Who may come in as this person, and who did: sessions, connected clients, the account's events. */
import { z } from "zod";
import { Id, Instant, line } from "./fields.ts";
import { limits } from "./limits.ts";
import { effects, operation } from "./operation.ts";

const Session = z.object({
  id: Id,
  current: z.boolean().describe("The one that asks"),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  created_at: Instant,
  renewed_at: Instant,
  expires_at: Instant,
});

export const sessions = {
  list_sessions: operation({
    summary: "Show where you are signed in",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({ sessions: z.array(Session) }),
  }),
  revoke_session: operation({
    summary: "Sign out one session",
    effect: "destroy",
    undoable: false,
    personal: true,
    input: z.strictObject({ session_id: Id }),
    output: z.object({ id: Id, revoked: z.literal(true) }),
  }),
  revoke_other_sessions: operation({
    summary: "Sign out everywhere else",
    effect: "destroy",
    undoable: false,
    personal: true,
    input: z.strictObject({}),
    output: z.object({ revoked: z.int().describe("How many there were") }),
  }),
};

export const Connection = z.object({
  id: Id,
  name: z.string().describe("What the client calls itself; nobody has checked it"),
  website: z.string().nullable(),
  scopes: z.array(z.enum(effects)),
  connected_at: Instant,
  last_used_at: Instant.nullable().describe("To a quarter of an hour"),
});
export type Connection = z.infer<typeof Connection>;

export const connections = {
  list_connections: operation({
    summary: "Show the connected apps",
    description: "The MCP clients that you let in by signing in and saying yes.",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({ connections: z.array(Connection) }),
  }),
  revoke_connection: operation({
    summary: "Disconnect an app",
    description: "Its tokens open nothing from this moment.",
    effect: "destroy",
    undoable: false,
    personal: true,
    input: z.strictObject({ connection_id: Id }),
    output: z.object({ id: Id, revoked: z.literal(true) }),
  }),
};

export const auditEvents = [
  "signed_up",
  "signed_in",
  "sign_in_failed",
  "signed_out",
  "session_revoked",
  "password_changed",
  "password_refused",
  "key_made",
  "key_revoked",
  "feed_made",
  "feed_revoked",
  "client_connected",
  "client_revoked",
  "channel_added",
  "channel_removed",
  "account_exported",
  "account_deleted",
] as const;
export type AuditEventName = (typeof auditEvents)[number];

export const AuditEvent = z.object({
  id: Id,
  at: Instant,
  event: z.enum(auditEvents),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).describe("Such as the name of the key or of the client"),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const audit = {
  list_audit_events: operation({
    summary: "Show what happened to the account",
    description: "Sign-ins, failed attempts, keys, connected apps; latest first, of the last 13 months.",
    effect: "read",
    personal: true,
    input: z.strictObject({
      limit: z.int().min(1).max(limits.page).optional().describe("Default 50"),
      cursor: z.string().max(100).optional(),
    }),
    output: z.object({ events: z.array(AuditEvent), next_cursor: z.string().nullable() }),
  }),
};

/** What `POST /api/account/delete` takes. It isn't an operation: nobody but the person at the keyboard may ask. */
export const AccountDeletion = z.strictObject({ password: z.string().min(1).max(128) });

/** What `POST /api/auth/update-user` takes: of the account itself, the name alone. `was`: refuse unless it is still that one. */
export const NameChange = z.strictObject({ name: line(100), was: z.string().optional() });
