/** The person's profile and the keys they give to programs. */
import { z } from "zod";
import { Id, Instant, LocalTime, line, TimeZone, Undo, Version } from "./fields.ts";
import { languages } from "./languages.ts";
import { limits } from "./limits.ts";
import { effects, operation } from "./operation.ts";
import { ReminderRule } from "./reminders.ts";

const QuietHours = z.strictObject({ from: LocalTime, until: LocalTime });

export const Profile = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  time_zone: z.string(),
  time_zone_known: z.boolean().describe("False until a browser, the CLI or the person has told it"),
  week_start: z.enum(["monday", "sunday", "saturday"]),
  language: z.enum(languages),
  language_known: z.boolean().describe("False until a browser or the person has told it"),
  travel: z
    .enum(["keep", "follow"])
    .describe("Whether times of open tasks stay in their zone or go along when the person's zone changes"),
  all_day_time: LocalTime.describe("When a task without a time counts as due, for its reminders"),
  default_reminders: z
    .array(ReminderRule)
    .describe("What a task gets with its first date, unless it is told"),
  quiet_hours: QuietHours.nullable().describe("Reminders within them come at their end; null: none"),
  digest_at: LocalTime.nullable().describe("When the day's tasks are sent; null: never"),
  assistant: z.string().describe("Which brain answers: `Built-in` or the model's name"),
  version: z.int(),
});
export type Profile = z.infer<typeof Profile>;

export const profile = {
  get_profile: operation({
    summary: "Show the profile",
    effect: "read",
    input: z.strictObject({}),
    output: Profile,
  }),
  update_profile: operation({
    summary: "Change the profile",
    description: "Changes only the fields given. List a field under `clear` to have none.",
    effect: "write",
    input: z.strictObject({
      time_zone: TimeZone.optional(),
      week_start: Profile.shape.week_start.optional(),
      language: Profile.shape.language.optional(),
      travel: Profile.shape.travel.optional(),
      all_day_time: Profile.shape.all_day_time.optional(),
      default_reminders: z.array(ReminderRule).max(limits.remindersOfTask).optional(),
      quiet_hours: QuietHours.optional().describe("May go past midnight, such as from 22:00 until 07:00"),
      digest_at: LocalTime.optional().describe("Sends what is due that day"),
      clear: z
        .array(z.enum(["quiet_hours", "digest_at"]))
        .max(2)
        .optional(),
      unless_known: z
        .boolean()
        .optional()
        .describe("Time zone and language are a guess: each is taken only while nobody has told it"),
      version: Version.optional(),
    }),
    output: Profile.extend({ undo: Undo }),
  }),
};

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  start: z.string().describe("The first characters, to recognise it by"),
  scopes: z.array(z.enum(effects)),
  auto_approve: z.boolean().describe("MCP calls with this key don't wait for the person's yes"),
  expires_at: Instant.nullable(),
  last_used_at: Instant.nullable(),
  created_at: Instant,
});
export type ApiKey = z.infer<typeof ApiKey>;

export const keys = {
  create_api_key: operation({
    summary: "Create an API key",
    description: "The key itself is in this answer and nowhere else.",
    effect: "write",
    undoable: false,
    personal: true,
    answersSecret: true,
    input: z.strictObject({
      name: line(limits.keyName),
      scopes: z.array(z.enum(effects)).min(1).max(3).optional().describe("Default: read alone"),
      expires_in_days: z.int().min(1).max(365).optional().describe("Left out: it doesn't expire"),
      auto_approve: z.boolean().optional(),
    }),
    output: ApiKey.extend({ key: z.string() }),
  }),
  list_api_keys: operation({
    summary: "Show the API keys",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({ keys: z.array(ApiKey) }),
  }),
  revoke_api_key: operation({
    summary: "Revoke an API key",
    effect: "destroy",
    undoable: false,
    personal: true,
    input: z.strictObject({ key_id: Id }),
    output: z.object({ id: Id, revoked: z.literal(true) }),
  }),
};
