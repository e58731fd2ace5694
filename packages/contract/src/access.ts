/** The person's profile and the keys they give to programs. */
import { z } from "zod";
import { Id, Instant, line, TimeZone, Undo, Version } from "./fields.ts";
import { effects, operation } from "./operation.ts";

export const Profile = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  time_zone: z.string(),
  time_zone_known: z.boolean().describe("False until a browser, the CLI or the person has told it"),
  week_start: z.enum(["monday", "sunday", "saturday"]),
  language: z.enum(["en", "ur"]),
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
    effect: "write",
    input: z.strictObject({
      time_zone: TimeZone.optional(),
      week_start: Profile.shape.week_start.optional(),
      language: Profile.shape.language.optional(),
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
      name: line(32),
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
