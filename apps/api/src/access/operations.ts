/** The profile, and the keys that people give to programs. */
import { type ApiKey, AppError, type Effect, limits, type Profile } from "@todo/contract";
import { changed } from "../operations/entities.ts";
import { implement } from "../operations/implement.ts";
import { requireVersion } from "../operations/versions.ts";
import { toTarget } from "../tasks/find.ts";
import { recordEvent } from "./audit.ts";
import type { KeyStore, StoredKey } from "./keys.ts";
import { movedTasks, profilePatch, tasksThatFollow } from "./profile.ts";
import { findProfile, type Person } from "./queries.ts";
import type { Revocations } from "./revocations.ts";

export interface AccessOptions {
  keys: KeyStore;
  revocations: Pick<Revocations, "changed">;
  /** Which brain answers in the chat, for people. */
  assistant: string;
}

export const accessOperations = ({ keys, revocations, assistant }: AccessOptions) =>
  implement({
    async get_profile(_input, { db, actor }) {
      return toProfile(await findProfile(db, actor.space_id), assistant);
    },

    update_profile: {
      async targets(input, context) {
        const person = await findProfile(context.db, context.actor.space_id);
        return (await tasksThatFollow(person, profilePatch(person, input), context)).map(toTarget);
      },
      async run(input, context) {
        const { db, actor, now, record } = context;
        const person = await findProfile(db, actor.space_id);
        const current = toProfile(person, assistant);
        await requireVersion(person, input, context, async () => ({ kind: "profile", current }));
        const { name: _name, email: _email, ...row } = person;
        const patch = profilePatch(person, input);
        const moved = await movedTasks(row, patch, context);
        await record([...changed("profile", row, patch, now()), ...moved]);
        return toProfile(await findProfile(db, actor.space_id), assistant);
      },
    },

    async create_api_key(input, context) {
      const madeUnder = context.idempotency?.key;
      if (madeUnder !== undefined) await keys.removeUnseen(context.db, context.actor.user_id, madeUnder);
      if ((await keys.list(context.db, context.actor.user_id)).length >= limits.keys)
        throw new AppError("conflict", `There can be ${limits.keys} keys at most. Revoke one first.`, {
          reason: "too_many_keys",
          params: { most: limits.keys },
        });
      const { key, ...stored } = await keys.create(context.actor.user_id, {
        name: input.name,
        scopes: input.scopes ?? ["read"],
        autoApprove: input.auto_approve ?? false,
        expiresInDays: input.expires_in_days,
        madeUnder,
      });
      const { name, scopes, auto_approve } = stored;
      await recordEvent(context.db, context.actor.user_id, {
        event: "key_made",
        at: context.now(),
        caller: context.caller?.(),
        details: { key_id: stored.id, name, scopes, auto_approve },
      });
      return { ...toApiKey(stored), key };
    },

    async list_api_keys(_input, { db, actor }) {
      return { keys: (await keys.list(db, actor.user_id)).map(toApiKey) };
    },

    async revoke_api_key({ key_id }, context) {
      const revoked = await keys.revoke(context.db, context.actor.user_id, key_id);
      if (revoked === undefined)
        throw new AppError("not_found", "There is no such key.", { params: { kind: "key", id: key_id } });
      context.afterwards(revocations.changed);
      await recordEvent(context.db, context.actor.user_id, {
        event: "key_revoked",
        at: context.now(),
        caller: context.caller?.(),
        details: { key_id, name: revoked },
      });
      return { id: key_id, revoked: true as const };
    },
  });

function toProfile({ quiet_from, quiet_until, ...person }: Person, assistant: string): Profile {
  const { id, name, email, time_zone, time_zone_known, week_start, language, language_known } = person;
  const { travel, all_day_time, default_reminders, digest_at, version } = person;
  return {
    id,
    name,
    email,
    time_zone,
    time_zone_known,
    week_start,
    language,
    language_known,
    travel,
    all_day_time,
    default_reminders,
    quiet_hours: quiet_from && quiet_until ? { from: quiet_from, until: quiet_until } : null,
    digest_at,
    assistant,
    version,
  };
}

function toApiKey({
  id,
  name,
  start,
  scopes,
  auto_approve,
  expires_at,
  last_used_at,
  created_at,
}: StoredKey): ApiKey {
  return { id, name, start, scopes: scopes as Effect[], auto_approve, expires_at, last_used_at, created_at };
}
